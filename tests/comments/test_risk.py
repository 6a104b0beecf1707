"""Words that suggest that somebody is in danger: what must be flagged, and what people say here every day."""

import pytest
from django.apps import apps

if apps.is_installed("beatcancer_wagtail.comments"):
    from beatcancer_wagtail.comments.harmless_words import HARMLESS
    from beatcancer_wagtail.comments.risk import risk_reasons
    from beatcancer_wagtail.comments.risk_words import RISK_WORDS

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
    "I don't want to live",
    "I dont want to live",
    "i DON´T want to live",
    "I do not really want to live.",
    "I don't want to live in a world without her",
    "My husband doesn't want to live any longer",
    "i want to kill my self",
    "I'm going to kil myself",
    "I can't go on",
    "I cant go on",
    "I can not go on. Holiday or not.",
    "I can't go on, the pain is too much",
    "I can't go on chemo is too hard",
    "I feel like I can’t carry on",
    "can't keep going 😢",
    "I don't know how to go on without him",
    "I can't take it any more",
    "I just can't do this anymore.",
    "overdose tonight",
    "I could over-dose on these",
    "I am cutting myself",
    "I want it all to stop",
    "I just want it to end",
    "suicidal",
    "I feel sucidal",
    "thinking of sucide",
    "kms",
    "I will end it all",
    "no point in living",
    "What's the point of living?",
    "whats the point in going on",
    "It would be better if I was dead",
    "better if I were not here",
    "take all my tablets",
    "I could take all of my pills",
    "I want to take all these tablets and sleep",
    "I wanna die",
    "I want too die",
    "just wanna die",
    "I just really want to die",
    "I'd rather die than have another round",
    "I wish I wasn't here",
    "I don't want to be here any more",
    "I hate my life",
    "I am a burden to everybody",
    "no one would miss me",
    "I feel like jumping off a bridge, I would jump off the bridge",
    "I give up.",
    "My father took his own life when he was told.",
    "I cant breath",
    "I can no longer go on",
    "I don't see the point any more",
    "I'm thinking of taking my life",
    "I have saved my morphine",
    "I cut my self last night",
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
    "Ich will nicht leben",
    "ich moechte nicht mehr leben",
    "Ich kann nicht mehr.",
    "ich kann nicht mehr",
    "Ich will einfach nicht mehr",
    "Ich kann so nicht weiterleben",
    "weil ich sterben will",
    "Ich bringe mich um",
    "ich will mich umbringen",
    "Besser wenn ich tot wäre",
    "Es hat alles keinen Sinn mehr",
    "Ich will, dass alles aufhört.",
    "Heute Nacht eine Überdosis",
    "Ueberdosis, und alles ist gut",
    "Ich könnte alle meine Tabletten nehmen",
    "Ich schneide mich",
    "Selbsmord",
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
    "Je ne veux pas vivre",
    "je veux plus vivre",
    "J'ai plus envie de vivre",
    "Je n'en peux plus",
    "j'en peux vraiment plus",
    "Je ne peux plus continuer",
    "je veux en finir",
    "Je veux que tout s'arrête",
    "Je vais me tuer",
    "Une overdose ce soir",
    "je pourrais prendre tous mes cachets",
    "Je me coupe",
    "La vie ne vaut plus la peine",
    "Ce serait mieux si j'étais morte",
    "Je veux disparaître",
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
    "لا أريد أن أعيش",
    "تعبت ولا أريد العيش",
    "مش عايزه اعيش",
    "لا أستطيع الاستمرار",
    "لم أعد أحتمل",
    "سأقتل نفسي",
    "بدي موت",
    "أريد أن ينتهي كل شيء",
    "لا جدوى من الحياة",
    "الأفضل لو كنت ميتا، الموت أرحم",
    "جرعة زائدة الليلة",
    "سآخذ كل الحبوب",
    "أجرح نفسي",
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
    "I can't go on holiday",
    "We cannot go on our family trip this year.",
    "How can I go on a cruise with a stoma?",
    "I can't go on long walks yet.",
    "I can't carry on working during radiotherapy.",
    "I can't carry on with this treatment, what else is there?",
    "I can't keep going to the hospital by bus.",
    "My mother died",
    "He did not want to live in a home",
    "She doesn't want to live in a nursing home.",
    "I want to live, and to see my son's wedding.",
    "I don't just want to live longer, I want to dance.",
    "Nobody wants to die of this.",
    "He did not want to die in hospital.",
    "I really don't want to die.",
    "I have been cutting myself off from my friends.",
    "They stopped the chemo.",
    "I take my tablets with breakfast.",
    "I could not go on stage without my wig.",
    "I could not go on with my job.",
    "I hope that the pain stops soon.",
    "The oncologist said that there is no point in another scan.",
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
    "Ich kann nicht mehr arbeiten.",
    "Ich kann nicht mehr so weit laufen wie früher.",
    "Ich will nicht mehr warten.",
    "Niemand will sterben.",
    "Meine Mutter ist gestorben.",
    "Ich nehme meine Tabletten morgens.",
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
    "Je veux en finir avec ce traitement.",
    "Je ne peux plus manger de viande.",
    "Personne ne veut mourir.",
    "Ma mère est morte",
    # Arabic
    "أخاف من الموت",
    "لا أريد أن أموت",
    "مات أبي بالسرطان",
    "الحياة حلوة رغم المرض",
    "أتنفس أفضل بعد العملية",
    "كان عندي ألم في الصدر قبل سنة",
    "شكرا لكم على هذا المقال",
    "ماتت أمي",
    "لا أستطيع الأكل بعد الجرعة",
    "أريد أن أعيش",
    "لا أريد أن أسافر",
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
    assert risk_reasons("Nobody knows, but I want to die.") == ["want to die"]


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


def test_where_a_phrase_of_a_site_says_that_nothing_follows(settings):
    settings.BEATCANCER_WAGTAIL = {"COMMENTS_RISK_WORDS": {"en": ["under the lantern."]}}
    for text in (
        "under the lantern",
        "Under the lantern, tonight",
        "under the lantern\nI wait",
        "Under the lantern 🌙 so",
    ):
        assert risk_reasons(text) == ["under the lantern."]
    assert risk_reasons("Under the lantern we met.") == []


def test_each_harmless_phrase_is_no_alarm_with_what_would_be_one_before_it():
    """So many openings as there are: whichever a reader writes, what follows tells that it is about something else."""
    openings = [
        "I can't",
        "How can I",
        "I don't want to",
        "I don't",
        "I am",
        "weil ich",
        "Ich",
        "Je veux",
        "Je n'ai",
        "",
    ]
    table = [(phrase.replace("* ", "this ").rstrip("*"), phrase) for table in HARMLESS.values() for phrase in table]
    alarms = [(opening, said) for said, _ in table for opening in openings if risk_reasons(f"{opening} {said}")]
    assert alarms == []
