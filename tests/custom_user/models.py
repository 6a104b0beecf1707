from django.contrib.auth.models import AbstractUser
from django.db import models


class Editor(AbstractUser):
    team = models.CharField(max_length=40, blank=True)
