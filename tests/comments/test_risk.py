"""Words that suggest that somebody is in danger: what must be flagged, and what people say here every day."""

import pytest
from django.apps import apps

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments.risk import risk_reasons
    from beatcancer_wagtail.comments.risk_words import HARMLESS, RISK_WORDS

pytestmark = pytest.mark.skipif(
    not apps.is_installed("beatcancer_wagtail.comments"), reason="comments are not installed"
)

IN_DANGER = [
    # English
    "I want to die.",
    "Some nights I just want to die, honestly",
    "I don’t want to live like this.",
    "i dont want to live anymore",
    "I have been thinking about suicide since the diagnosis.",
    "My brother was suicidal and nobody noticed.",
    "THERE IS NO WAY OUT FOR ME",
    "My family would be better off without me",
    "I could kill   myself",
    "I feel I can't go on like this.",
    "I have started to self-harm again.",
    "I started cutting myself after the surgery",
    "How many would it take if I swallow all my pills at once?",
    "I took an overdose last week and told nobody.",
    "My husband hits me when I come home from treatment.",
    "I am scared of my partner",
    "He won’t let me leave the house, not even for chemo",
    "chest pain right now and my arm is numb, what should I do",
    "I can't breathe",
    "I cannot\nbreathe properly since an hour",
    "I'm coughing up blood, is that normal?",
    "My mum is having a stroke I think",
    "There is nothing left to live for.",
    "Wish I was dead",
    # German
    "Ich möchte nicht mehr leben.",
    "Ich denke oft an Suizid.",
    "Manchmal habe ich Selbstmordgedanken",
    "Ich sehe keinen Ausweg mehr.",
    "Ich will mir das Leben nehmen",
    "Ich WILL STERBEN? Ja: ich will sterben.",
    "Ich ritze mich wieder",
    "Ich habe eine Überdosis genommen",
    "Mein Mann schlägt mich.",
    "Ich habe Angst vor meinem Mann",
    "Ich bekomme keine Luft!",
    "Ich huste Blut, was soll ich tun?",
    "Habe jetzt Brustschmerzen und mir ist schlecht",
    "lebensmüde",
    # French
    "Je veux mourir.",
    "J’ai envie de mourir",
    "Je pense au suicide tous les jours.",
    "Je n'ai plus envie de vivre",
    "Il n’y a aucune issue.",
    "Je me scarifie depuis un mois",
    "J'ai avalé tous mes médicaments",
    "Mon mari me frappe",
    "Je n’arrive plus à respirer",
    "Je crache du sang ce soir",
    # Arabic
    "أريد أن أموت",
    "اريد ان اموت",
    "أفكر في الانتحار",
    "لا أُريدُ العَيش بعد الآن",
    "زوجي يضربني",
    "لا أستطيع التنفس",
    "أخذت جرعة زائدة",
    "أسعل دماً منذ الصباح",
    "لا أرى مخرجاً",
]

EVERYDAY = [
    # English
    "I am afraid to die.",
    "I don't want to die, I have two small children.",
    "My mother died of this cancer last spring.",
    "He died at home, with all of us around him.",
    "The chemo is killing me, but it works.",
    "These stairs are killing me!",
    "I had chest pain last year, after the radiotherapy.",
    "Breast pain after surgery went away in a month.",
    "It took my breath away how kind they were.",
    "We talked about the end of my life, and it helped.",
    "I would have hurt myself without the rail in the shower.",
    "I cut myself shaving and it bled longer than before.",
    "The news hit me hard.",
    "It hit me only later.",
    "Could you overcook the vegetables for somebody on chemo?",
    "What dose of morphine did you get?",
    "I can't go on holiday before the scan.",
    "Everybody in our group is living with it.",
    "Do not give up, it gets better!",
    "My blood was taken twice.",
    "I lost the will to cook, not to eat.",
    "The cells in your body die and are replaced.",
    "A suicide gene was put into the cells in that trial.",
    "Is it a lethal illness?",
    "She beats me at cards every time.",
    "I cried all night and then I called the nurse.",
    "Cancer will not take my life from me.",
    # German
    "Ich habe Angst zu sterben.",
    "Ich will nicht sterben.",
    "Ich kämpfe, weil ich nicht sterben will.",
    "Die Ärztin sagt, die Zellen sterben ab.",
    "Die Nachricht, die mich traf",
    "Mein Vater ist daran gestorben.",
    "Ohne die Früherkennung wäre ich tot.",
    "Die Schmerzen in der Brust nach der Operation wurden weniger.",
    "Die Chemo bringt mich um den Schlaf.",
    "Das schlägt mir auf den Magen.",
    "Ich habe mich tapfer geschlagen.",
    "Es droht mir noch eine Operation.",
    "Endlich wieder Luft holen an der See",
    "Sterbehilfe sollte man offen besprechen dürfen.",
    # French
    "J'ai peur de mourir.",
    "Je ne veux pas mourir.",
    "Je n'ai pas envie de mourir.",
    "Ma mère est morte l'an dernier.",
    "Le traitement me fatigue, mais j'ai encore plus envie de vivre.",
    "Je veux en finir avec la chimio.",
    "Mon fils me bat toujours aux cartes.",
    "J'ai bien pris tous mes médicaments ce matin.",
    "La dose a été augmentée.",
    # Arabic
    "أخاف من الموت",
    "لا أريد أن أموت",
    "مات أبي بالسرطان",
    "الحياة حلوة رغم المرض",
    "أتنفس أفضل بعد العملية",
    "كان عندي ألم في الصدر قبل سنة",
    "شكرا لكم على هذا المقال",
    # Nothing at all
    "",
    "…",
    "Thank you!",
]


@pytest.mark.parametrize("text", IN_DANGER)
def test_somebody_may_be_in_danger(text):
    assert risk_reasons(text)


@pytest.mark.parametrize("text", EVERYDAY)
def test_what_people_say_every_day_is_no_alarm(text):
    assert risk_reasons(text) == []


def test_the_reason_is_the_phrase_that_was_found():
    assert risk_reasons("Nobody knows, but I want to die.") == ["i want to die"]


def test_what_is_taken_back_hides_nothing_else():
    assert risk_reasons("I do not know. لا أريد أن أموت. Still there is no way out.") == ["no way out"]
    assert risk_reasons("لا أريد أن أموت، بل أريد أن أموت") != []


def test_a_site_adds_phrases_of_its_own(settings):
    text = "Tonight I take the night bus, all the way."
    assert risk_reasons(text) == []
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_RISK_WORDS": {"en": ["the night bus*"]}}
    assert risk_reasons(text) == ["the night bus*"]


def test_an_asterisk_means_any_ending_and_no_other_beginning(settings):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_RISK_WORDS": {"en": ["lantern*"]}}
    assert risk_reasons("lanterns") == ["lantern*"]
    assert risk_reasons("magiclantern") == []


@pytest.mark.parametrize("language", ["en", "de", "fr", "ar"])
def test_each_phrase_is_found_where_it_stands(language):
    missed = [phrase for phrase in RISK_WORDS[language] if phrase not in risk_reasons(f"So: {phrase.rstrip('*')}!")]
    assert missed == []


def test_what_is_harmless_by_itself_holds_a_phrase_else_it_need_not_be_said():
    """Each of them is there because without it somebody would be flagged."""
    phrases = [phrase.rstrip("*") for table in RISK_WORDS.values() for phrase in table]
    marks = str.maketrans("أإآ", "ااا")
    for harmless in (phrase for table in HARMLESS.values() for phrase in table):
        plain = harmless.translate(marks)
        assert any(phrase.translate(marks) in plain for phrase in phrases), harmless
