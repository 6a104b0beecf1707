"""Phrases that suggest that somebody is in danger now, by language. A site adds its own: ``COMMENTS_RISK_WORDS``.

How they were chosen. A flag costs a moderator one look and shows a writer telephone numbers; a flag that is missing may
cost more, so what is doubtful is in. What people say here every day is out: being afraid to die, somebody's death,
"the chemo is killing me", chest pain last year. So most phrases speak of the writer ("I", "my husband") or of now.
Talk of suicide is in whoever it is about: who has lost somebody so may need help as well.

How they are compared (``risk.py``). Whole words, small and capital letters alike, accents, apostrophes and punctuation
left out, `*` at the end of a word for any ending. ``HARMLESS`` is taken out of a comment first; only what takes a phrase
back before it is said may stand there ("I do not want to die"), for what follows may be the next sentence.
"""

RISK_WORDS: dict[str, tuple[str, ...]] = {
    "en": (
        # Suicide, wanting to die, no way out
        "suicid*", "kill myself", "killing myself", "hang myself", "shoot myself", "drown myself",
        "end my life", "ending my life", "want to take my life", "going to take my life", "take my own life", "taking my own life",
        "end it all", "ending it all", "want it all to end",
        "i want to die", "i just want to die", "i only want to die", "i really want to die", "wanting to die", "wanna die",
        "want to be dead", "wish i was dead", "wish i were dead", "wish i could die", "wish i would die", "hope i die",
        "rather be dead", "better off dead", "better off without me",
        "go to sleep and never wake up", "don't want to wake up", "do not want to wake up",
        "hope i don't wake up", "hope i never wake up",
        "don't want to live anymore", "don't want to live any more", "don't want to live any longer",
        "don't want to live like this", "do not want to live anymore", "do not want to live any more",
        "do not want to live any longer", "do not want to live like this", "no longer want to live",
        "don't want to be alive", "do not want to be alive", "don't want to be here anymore",
        "don't want to be here any more", "do not want to be here anymore", "do not want to be here any more",
        "no reason to live", "nothing to live for", "nothing left to live for", "tired of living", "tired of life",
        "not worth living", "isn't worth living", "no point in living", "no will to live", "lost the will to live",
        "can't go on like this", "cannot go on like this", "can't go on anymore", "can't go on any more",
        "cannot go on any more", "can't go on living", "cannot go on living",
        "no way out", "no other way out",
        # Self-harm
        "self-harm*", "selfharm*", "harm myself", "harming myself", "want to hurt myself", "going to hurt myself",
        "urge to hurt myself", "thoughts of hurting myself", "hurting myself on purpose", "hurt myself on purpose",
        "want to cut myself", "started cutting myself", "been cutting myself", "cutting myself again",
        # Overdose
        "take an overdose", "taking an overdose", "took an overdose", "taken an overdose", "i overdosed", "overdose on my",
        "overdose myself", "lethal dose of morphine", "lethal dose of my", "all my pills at once", "all my tablets at once", "all the pills at once",
        "all my morphine at once", "swallowed all my", "whole bottle of pills", "whole box of pills",
        "whole pack of tablets", "whole packet of tablets", "saving up my pills", "saving up my tablets",
        # Violence
        "he hits me", "she hits me", "husband hits me", "wife hits me", "partner hits me", "boyfriend hits me",
        "father hits me", "son hits me", "he hit me", "husband hit me", "partner hit me", "boyfriend hit me",
        "he beats me", "husband beats me", "partner beats me", "boyfriend beats me", "he beat me up", "husband beat me up",
        "he hurts me", "husband hurts me", "partner hurts me", "abuses me", "abusing me", "being abused",
        "domestic violence", "domestic abuse", "abusive husband", "abusive partner", "abusive relationship",
        "raped me", "was raped", "been raped", "molested me", "he threatens to kill", "husband threatens to kill", "partner threatens to kill", "threatened to kill me",
        "not safe at home", "unsafe at home", "don't feel safe at home", "afraid of my husband", "afraid of my partner",
        "scared of my husband", "scared of my partner", "locks me in", "won't let me leave the house",
        # Emergencies
        "can't breathe", "cannot breathe", "can not breathe", "can hardly breathe", "can barely breathe",
        "struggling to breathe", "gasping for air", "gasping for breath",
        "chest pain now", "chest pain right now", "chest pains now", "chest pains right now", "i have chest pain*",
        "i'm having chest pain*", "i am having chest pain*", "crushing chest pain", "crushing pain in my chest",
        "pain in my chest now", "pain in my chest right now",
        "i'm coughing blood", "i'm coughing up blood", "am coughing blood", "am coughing up blood",
        "keep coughing up blood", "started coughing up blood", "coughing blood now", "coughing up blood now",
        "coughing blood right now", "coughing up blood right now", "coughing blood since", "coughing up blood since",
        "i'm vomiting blood", "am vomiting blood", "keep vomiting blood", "i'm throwing up blood", "am throwing up blood",
        "bleeding won't stop", "bleeding will not stop", "bleeding doesn't stop", "can't stop the bleeding",
        "cannot stop the bleeding", "i'm bleeding heavily", "am bleeding heavily",
        "i'm having a heart attack", "am having a heart attack", "is having a heart attack", "i'm having a stroke",
        "am having a stroke", "is having a stroke",
    ),
    "de": (
        # Suizid, sterben wollen, kein Ausweg; "sterben will" steht nicht hier, wegen "weil ich nicht sterben will"
        "suizid*", "selbstmord*", "selbsttötung*", "freitod",
        "will mich umbringen", "werde mich umbringen", "möchte mich umbringen", "mich selbst umbringen", "mich umzubringen",
        "ich bringe mich um", "ich bring mich um", "bringe ich mich um", "ich mich umbringe",
        "mir das leben nehmen", "mir das leben zu nehmen", "nehme mir das leben", "ich nehm mir das leben",
        "meinem leben ein ende", "mein leben beenden", "mein leben zu beenden",
        "mir etwas antun", "mir was antun", "mir etwas anzutun", "mir was anzutun", "tue mir etwas an", "tu mir was an",
        "ich will sterben", "ich möchte sterben", "ich moechte sterben", "ich will nur sterben", "nur noch sterben",
        "einfach nur sterben", "ich würde am liebsten sterben", "endlich sterben", "ich wäre tot", "lieber tot", "gerne tot",
        "will nicht mehr leben", "möchte nicht mehr leben", "moechte nicht mehr leben", "mag nicht mehr leben",
        "nicht mehr leben will", "nicht mehr leben möchte", "nicht mehr leben wollen", "nicht mehr weiterleben",
        "will nicht mehr aufwachen", "möchte nicht mehr aufwachen", "am liebsten nicht mehr aufwachen",
        "will nicht mehr da sein", "möchte nicht mehr da sein", "ohne mich besser dran", "besser dran ohne mich",
        "lebensmüde", "lebensmuede", "todeswunsch", "todessehnsucht", "nichts mehr wofür ich lebe",
        "mein leben hat keinen sinn", "keinen sinn mehr im leben", "das leben nicht mehr lebenswert",
        "kein ausweg", "keinen ausweg", "keinen anderen ausweg",
        # Sich selbst verletzen
        "selbstverletz*", "mich selbst verletz*", "mich selbst zu verletzen", "ritze mich", "mich ritze", "mich zu ritzen",
        "mich wieder ritzen", "mich geritzt", "mich selbst schneiden",
        # Überdosis
        "überdosis genommen", "überdosis nehmen", "überdosis zu nehmen", "überdosis schlucken", "ueberdosis nehmen",
        "tödliche dosis morphi*", "tödliche dosis schlaf*", "alle tabletten auf einmal", "alle meine tabletten auf einmal", "alle pillen auf einmal",
        "alle tabletten geschluckt", "ganze packung tabletten", "ganze packung schlaftabletten", "tabletten gesammelt",
        # Gewalt
        "er schlägt mich", "sie schlägt mich", "mann schlägt mich", "frau schlägt mich", "partner schlägt mich",
        "freund schlägt mich", "vater schlägt mich", "sohn schlägt mich", "schlägt mich mein mann",
        "er hat mich geschlagen", "mann hat mich geschlagen", "partner hat mich geschlagen", "freund hat mich geschlagen",
        "häusliche gewalt", "häuslicher gewalt", "gewalt zu hause", "vergewaltigt", "vergewaltigung",
        "misshandelt mich", "missbraucht mich", "werde misshandelt", "werde missbraucht", "wurde missbraucht",
        "er droht mir", "mann droht mir", "partner droht mir", "bedroht mich", "angst vor meinem mann", "angst vor meinem partner", "angst vor meinem vater",
        "angst vor meiner frau", "sperrt mich ein", "zu hause nicht sicher", "daheim nicht sicher",
        # Notfälle; "Schmerzen in der Brust" steht nur mit "jetzt" hier, denn darüber sprechen viele nach einer Operation
        "bekomme keine luft", "bekomm keine luft", "kriege keine luft", "krieg keine luft", "bekomme kaum luft",
        "kriege kaum luft", "krieg kaum luft", "kann nicht atmen", "kann nicht mehr atmen", "kann kaum atmen",
        "kann kaum noch atmen", "jetzt brustschmerzen", "gerade brustschmerzen", "brustschmerzen jetzt",
        "jetzt schmerzen in der brust", "schmerzen in der brust jetzt", "plötzlich brustschmerzen",
        "huste blut", "huste gerade blut", "huste jetzt blut", "ich blut huste", "spucke blut", "erbreche blut",
        "hört nicht auf zu bluten", "blutung hört nicht auf", "blutet und hört nicht auf", "blute stark",
        "ich habe gerade einen herzinfarkt", "hat gerade einen herzinfarkt", "glaube ich habe einen herzinfarkt",
        "habe gerade einen schlaganfall", "hat gerade einen schlaganfall", "glaube ich habe einen schlaganfall",
    ),
    "fr": (
        # Suicide, vouloir mourir, pas d'issue
        "suicid*", "veux me tuer", "vais me tuer", "voudrais me tuer", "envie de me tuer", "pense à me tuer", "me pendre",
        "mettre fin à mes jours", "mettre fin à ma vie", "m'ôter la vie", "me donner la mort", "me foutre en l'air",
        "je veux mourir", "je voudrais mourir", "j'aimerais mourir", "je souhaite mourir", "je préfère mourir",
        "envie de mourir", "voudrais être mort", "voudrais être morte", "serais mieux mort", "serais mieux morte",
        "mieux sans moi", "en finir avec la vie", "en finir avec ma vie", "envie d'en finir",
        "ne veux plus vivre", "je veux plus vivre", "n'ai plus envie de vivre", "plus aucune envie de vivre",
        "plus la force de vivre", "plus le goût de vivre", "plus de raison de vivre", "aucune raison de vivre",
        "plus aucune raison de vivre", "fatigué de vivre", "fatiguée de vivre", "marre de vivre", "marre de la vie",
        "ne plus me réveiller", "ne plus jamais me réveiller", "ne veux plus être là", "idées noires",
        "pas d'issue", "aucune issue", "plus d'issue", "sans issue", "pas d'autre issue",
        # Se faire du mal
        "automutil*", "m'automutil*", "l'automutilation", "me scarifie", "me scarifier", "me suis scarifi*",
        "veux me faire du mal", "envie de me faire du mal", "recommencé à me couper", "envie de me couper",
        # Surdose
        "faire une overdose", "prendre une overdose", "pris une overdose", "faire une surdose", "dose mortelle de morphine",
        "tous mes médicaments d'un coup", "tous mes cachets d'un coup", "tous les médicaments d'un coup",
        "avalé tous mes", "avaler tous mes", "avalé toute la boîte", "avaler toute la boîte", "toute la boîte d'un coup",
        # Violence
        "il me frappe", "elle me frappe", "mari me frappe", "femme me frappe", "conjoint me frappe", "compagnon me frappe",
        "copain me frappe", "père me frappe", "fils me frappe", "il m'a frappée", "il m'a frappé", "mari m'a frappée",
        "il me bat", "mari me bat", "conjoint me bat", "compagnon me bat", "copain me bat",
        "femme battue", "violence conjugale", "violences conjugales", "violence domestique", "violences domestiques",
        "m'a violée", "m'a violé", "été violée", "été violé", "abuse de moi", "me maltraite", "il me menace",
        "menace de me tuer", "peur de mon mari", "peur de mon conjoint", "peur de mon compagnon", "peur de mon père",
        "m'enferme à la maison", "pas en sécurité chez moi", "pas en sécurité à la maison",
        # Urgences
        "peux plus respirer", "peux pas respirer", "n'arrive plus à respirer", "n'arrive pas à respirer",
        "arrive plus à respirer", "arrive pas à respirer", "j'étouffe",
        "douleur à la poitrine maintenant", "douleur dans la poitrine maintenant", "mal à la poitrine maintenant",
        "mal dans la poitrine maintenant", "douleur thoracique maintenant", "douleur à la poitrine en ce moment",
        "douleur dans la poitrine en ce moment", "mal à la poitrine en ce moment",
        "crache du sang", "tousse du sang", "vomis du sang", "n'arrête pas de saigner", "saignement ne s'arrête pas",
        "ça n'arrête pas de saigner", "je saigne beaucoup",
        "en train de faire un infarctus", "en train de faire une crise cardiaque", "en train de faire un avc",
        "je fais un infarctus", "je fais une crise cardiaque", "je fais un avc",
    ),
    "ar": (
        # الانتحار والرغبة في الموت
        "انتحار*", "الانتحار*", "بالانتحار", "للانتحار", "والانتحار", "انتحر*", "سأنتحر", "وأنتحر",
        "أقتل نفسي", "سأقتل نفسي", "قتل نفسي", "بقتل نفسي", "رح أقتل نفسي", "هقتل نفسي", "أشنق نفسي",
        "أنهي حياتي", "سأنهي حياتي", "إنهاء حياتي", "بإنهاء حياتي", "أضع حدا لحياتي", "أخلص من حياتي",
        "أريد أن أموت", "وأريد أن أموت", "أريد الموت", "أتمنى الموت", "أتمنى أن أموت", "أتمنى لو أموت", "أرغب في الموت",
        "ليتني أموت", "ليتني مت", "يا ليتني مت", "بدي أموت", "ابي اموت", "أبغى أموت", "عايز أموت", "عايزة أموت",
        "عاوز أموت", "عاوزة أموت", "نفسي أموت", "ودي أموت",
        "لا أريد العيش", "لا أريد أن أعيش", "لم أعد أريد العيش", "لم أعد أريد أن أعيش", "لا أرغب في العيش",
        "لا أرغب في الحياة", "ما بدي أعيش", "ما أبغى أعيش", "مش عايز أعيش", "مش عايزة أعيش", "ما عاد بدي عيش",
        "تعبت من الحياة", "مللت من الحياة", "سئمت الحياة", "سئمت من الحياة", "كرهت الحياة", "كرهت حياتي",
        "لا معنى لحياتي", "لا فائدة من حياتي", "أفضل بدوني",
        "لا مخرج", "لا يوجد مخرج", "لا أرى مخرجا", "لا أجد مخرجا", "ما في مخرج", "ما في حل غير الموت",
        # إيذاء النفس
        "إيذاء نفسي", "أؤذي نفسي", "سأؤذي نفسي", "بإيذاء نفسي", "أجرح نفسي", "إيذاء النفس",
        # الجرعة الزائدة
        "آخذ جرعة زائدة", "أخذت جرعة زائدة", "تناولت جرعة زائدة", "أتناول جرعة زائدة", "تناول جرعة زائدة", "جرعة قاتلة من",
        "كل الحبوب دفعة واحدة", "كل أدويتي دفعة واحدة", "كل الأدوية دفعة واحدة", "كل حبوبي مرة واحدة", "ابتلعت كل",
        "بلعت كل",
        # العنف
        "يضربني", "تضربني", "بيضربني", "ضربني زوجي", "زوجي ضربني", "ضربني أبي", "يعنفني", "يعتدي علي", "اعتدى علي",
        "العنف المنزلي", "عنف منزلي", "العنف الأسري", "عنف أسري", "للعنف الأسري", "للعنف المنزلي", "اغتصبني", "اغتصاب",
        "الاغتصاب", "تحرش بي", "يهددني", "بيهددني", "هددني بالقتل", "أخاف من زوجي", "خائفة من زوجي", "أخاف من أبي",
        "يحبسني", "لست بأمان في البيت", "لست بأمان في بيتي",
        # الطوارئ
        "لا أستطيع التنفس", "لا أستطيع أن أتنفس", "لا أقدر على التنفس", "ما أقدر أتنفس", "مش قادر أتنفس", "مش قادرة أتنفس",
        "ما عم بقدر أتنفس", "أكاد أختنق", "بختنق", "أختنق الآن",
        "ألم في صدري الآن", "ألم في الصدر الآن", "ألم شديد في صدري الآن", "ألم شديد في الصدر الآن", "وجع في صدري الآن",
        "أسعل دما", "أسعل الدم", "أسعل دم", "أكح دم", "بكح دم", "أبصق دما", "أتقيأ دما", "أتقيأ الدم", "أستفرغ دم",
        "النزيف لا يتوقف", "نزيف لا يتوقف", "أنزف بشدة", "أتعرض لنوبة قلبية", "عندي نوبة قلبية", "أتعرض لجلطة",
    ),
}  # fmt: skip

HARMLESS: dict[str, tuple[str, ...]] = {
    "en": ("suicide gene*",),
    "fr": ("pas envie de mourir", "plus envie de mourir", "aucune envie de mourir"),
    "ar": (
        "لا أريد أن أموت", "ولا أريد أن أموت", "لا أريد الموت", "ولا أريد الموت", "لا أتمنى الموت", "لا أتمنى أن أموت",
        "لا أرغب في الموت", "ما بدي أموت", "ما ابي اموت", "ما أبغى أموت", "مش عايز أموت", "مش عايزة أموت", "مش عاوز أموت",
        "مش عاوزة أموت", "ما ودي أموت",
    ),
}  # fmt: skip
