"""What a question, a label and the name of an FAQ look like, in the languages of health sites."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST_QUESTION = 220

# Compared without accents and in lower case, see folded().
_NAMES = """
frequently asked|commonly asked|most asked|common questions|popular questions|top questions|questions? (?:and|&|\\+) answers?
questions? (?:that )?(?:people|patients|families|parents|visitors|customers|others) (?:often |also |have )*ask(?:ed)?|(?:people|patients|others) (?:also |often )*ask|your questions,? answered|your questions$|questions we hear|questions we are (?:often |frequently )?asked
häufige fragen|häufig gestellte|oft gestellte fragen|häufigste[nr]? fragen|fragen (?:und|&) antworten|die wichtigsten fragen|ihre fragen
foire aux questions|questions? (?:les plus )?fréquentes|questions? fréquemment|questions? courantes|questions?[- ](?:et |& )?réponses?|vos questions
preguntas (?:más )?frecuentes|preguntas y respuestas|preguntas (?:más )?(?:comunes|habituales)|dudas frecuentes|preguntes (?:més )?freqüents
domande (?:più )?frequenti|domande e risposte|domande (?:più )?comuni|perguntas (?:mais )?(?:frequentes|comuns)|perguntas e respostas|dúvidas (?:mais )?(?:frequentes|comuns)
veel ?gestelde vragen|meest ?gestelde vragen|vragen (?:en|&) antwoorden|vanliga frågor|vanligaste frågorna|frågor (?:och|&) svar
ofte (?:stillede|stilte) spørgsmål|ofte stilte spørsmål|vanlige spørsmål|spørgsmål og svar|spørsmål og svar|usein kysyt|kysymyksiä ja vastauksia|kysymykset ja vastaukset|algengar spurningar
najczęściej zadawane|najczęstsze pytania|często zadawane|pytania i odpowiedzi|časté dotazy|časté otázky|nejčastější dotazy|často kladené|(?:nej)?častější otázky|najčastejšie otázky|otázky a odpovědi|otázky a odpovede
gyakori kérdések|gyakran ismételt|kérdések és válaszok|întrebări frecvente|întrebări și răspunsuri|sık(?:ça)? sorulan|sorular ve (?:cevaplar|yanıtlar)
često postavljana|česta pitanja|najčešća pitanja|pitanja i odgovori|pogosta vprašanja|vprašanja in odgovori|korduma kippuvad|küsimused ja vastused|biežāk uzdotie|dažniausiai užduodami|dažni klausimai|pyetjet e shpeshta
частые вопросы|часто задаваемые|вопросы и ответы|вопрос[ыа]?[ -]{1,3}ответы?|популярные вопросы|поширені (?:за)?питання|часті (?:за)?питання|(?:за)?питання (?:та|і|й) відповіді|често задавани|најчешћа питања|честа питања|најчесто поставувани
συχνες ερωτησεις|συχνές ερωτήσεις|ερωτησεις και απαντησεις|ερωτήσεις και απαντήσεις|հաճախ տրվող|ხშირად დასმული|שאלות נפוצות|שאלות ותשובות
الأسئلة الشائعة|الاسئلة الشائعة|أسئلة شائعة|الأسئلة المتكررة|أسئلة متكررة|أسئلة وأجوبة|سؤال وجواب|الأسئلة الأكثر|سوالات متداول|سؤالات متداول|پرسش.?های متداول|پرسش و پاسخ|اکثر پوچھے|عمومی سوالات
अक्सर पूछे जाने|सामान्य प्रश्न|प्रश्नोत्तर|जिज्ञासित|वारंवार विचारले|अडिगडि|คำถามที่พบบ่อย|câu hỏi thường gặp|hỏi đáp|pertanyaan yang sering|pertanyaan umum|tanya jawab|soalan lazim|maswali yanayoulizwa
よくある(?:ご)?質問|よくあるお問い合わせ|質問と回答|常见问题|常見問題|常见问答|常見問答|常問問題|问与答|問與答|자주 (?:묻는|하는) 질문|질문과 답변
cwestiynau cyffredin|ceisteanna coitianta|ohiko galderak|mga madalas itanong|algemene vragen
"""
_SHORT_NAMES = r"\b(?:f\.? ?a\.? ?q\.?s?|faqs?|q ?(?:&|\+|and|und|et|＆) ?a|q/a|gyik|sss|kkk|duk)\b"

_QUESTION_WORDS = """
what|why|how|when|where|who|whom|whose|which|can|could|do|does|did|is|are|am|was|were|will|would|should|shall|may|might|must|has|have|had|isn't|aren't|don't|doesn't|won't|can't
was|warum|wieso|weshalb|wie|wann|wo|woher|wohin|womit|wofür|wodurch|wer|wem|wen|wessen|welche[rsmn]?|kann|können|darf|muss|müssen|soll|ist|sind|hat|gibt|werden|wird
que|qu'est-ce|quel|quelle|quels|quelles|quand|où|pourquoi|comment|combien|qui|est-ce|puis-je|peut-on|dois-je|faut-il|y a-t-il
qué|cuál|cuáles|cuándo|cuánto|cuánta|cuántos|cuántas|cómo|dónde|quién|quiénes|puedo|puede|debo|es|por qué|para qué
che|cosa|cos'è|quale|quali|quando|dove|perché|come|chi|quanto|quanta|posso|è|si può|o que|qual|quais|onde|por que|como|quem|quantos|posso|é
wat|waarom|hoe|wanneer|waar|wie|welke|kan|mag|moet|is|zijn|vad|varför|hur|när|var|vem|vilka|vilken|kan|får|hvad|hvorfor|hvordan|hvornår|hvor|hvem|hvilke|hvilken|hva|når|mikä|miksi|miten|milloin|missä|kuka|voinko|onko
co|dlaczego|jak|kiedy|gdzie|kto|czy|jaki|jaka|jakie|ile|proč|kdy|kde|kdo|jaký|jaká|jaké|kolik|mohu|lze|čo|prečo|ako|kedy|mi|miért|hogyan|mikor|hol|ki|melyik|mennyi|ce|de ce|cum|când|unde|cine|care|cât
ne|neden|nasıl|ne zaman|nerede|kim|hangi|kaç|что|почему|как|когда|где|кто|какой|какая|какие|какое|сколько|можно|нужно|зачем|що|чому|як|коли|де|хто|який|яка|які|скільки|чи|какво|защо|кога|къде|кой
ما|ماذا|لماذا|كيف|متى|أين|من|هل|كم|أي|چه|چرا|چگونه|چطور|کی|کجا|آیا|מה|למה|מדוע|איך|כיצד|מתי|איפה|מי|האם|כמה|τι|γιατί|πώς|πως|πότε|πού|ποιος|ποια|ποιο|πόσο|μπορώ
apa|mengapa|bagaimana|kapan|di mana|siapa|apakah|क्या|क्यों|कैसे|कब|कहाँ|कौन|कितना
"""

_ICON_WORDS = """
show|hide|open|close|expand|collapse|toggle|more|less|read more|read less|show more|show less|show answer|hide answer|view answer|see answer|see more|view|expand all|expand section|toggle answer
plus|minus|add|remove|expand_more|expand_less|keyboard_arrow_down|keyboard_arrow_up|keyboard_arrow_right|chevron_right|chevron_left|arrow_drop_down|arrow_drop_up|arrow_forward|arrow_downward
anzeigen|ausblenden|öffnen|schließen|aufklappen|zuklappen|mehr|afficher|masquer|ouvrir|fermer|mostrar|ocultar|abrir|cerrar|mostra|nascondi|apri|chiudi|toon|verberg|visa|dölj|vis|skjul|открыть|закрыть
copy link|link to this question|permalink|permanent link|copy|share|back to top|top
"""

_Q = r"q(?:uestion|n)?|frage|f|question|pregunta|p|domanda|d|pergunta|vraag|v|fråga|spørgsmål|spørsmål|pytanie|otázka|dotaz|kérdés|k|soru|s|вопрос|в|питання|въпрос|ερώτηση|ε|سؤال|السؤال|س|سوال|پرسش|שאלה|ש|प्रश्न|質問|問|问|问题|문|질문|câu hỏi|hỏi|pertanyaan"
_A = r"a(?:nswer|ns)?|antwort|réponse|reponse|r|respuesta|risposta|resposta|antwoord|svar|odpowiedź|odp|o|odpověď|odpoveď|válasz|v|yanıt|cevap|c|ответ|о|відповідь|отговор|απάντηση|α|جواب|الجواب|الإجابة|إجابة|ج|پاسخ|תשובה|ת|उत्तर|回答|答|답|답변|trả lời|đáp|jawaban"
# "A" alone is also an article and "D." a name: a single letter needs a sign after it; a point or a stroke before a figure
# belongs to the figure.
_SIGN = r"(?:[:：)）\]、|]|[.．\-–—](?!\d))"
_SIGNS = rf"\s*】?\s*{_SIGN}{{1,2}}\s*|\s*】\s*"
# A number is part of the label only with a sign behind it that leads to no other figure: not "A. 5 mg", "A 2 - 3 cups".
_NUMBER = r"\s*[-.#]?\s*(?:no\.?\s*)?[0-9０-９]{1,3}(?=\s*(?:】|[:：)）\]、|](?!\d)|[.．](?!\d)|[\-–—](?!\s*\d)))"
_QUESTION = rf"\s*[\[(（【]?(?:{_Q})"
QUESTION_LABEL = re.compile(
    rf"{_QUESTION}(?:(?:{_NUMBER})?(?:{_SIGNS})|\s*[-.#]?\s*[0-9０-９]{{1,3}}\s*$)", re.IGNORECASE
)
ANSWER_LABEL = re.compile(rf"\s*[\[(（【]?(?:{_A})(?:{_NUMBER})?(?:{_SIGNS})", re.IGNORECASE)
# "Q1 What" and "A1 Yes": only where the numbers count the questions, since "D3" and "K2" are vitamins.
COUNTED_QUESTION = re.compile(rf"{_QUESTION}\s?[.#]?([0-9０-９]{{1,3}})\s+(?=\S)", re.IGNORECASE)
COUNTED_ANSWER = re.compile(rf"\s*(?:{_A})([0-9０-９]{{1,3}})\s+(?=\S)", re.IGNORECASE)
# Not "X-ray", "i.v.", "5-FU" and "1 - 2 cups".
NUMBER = re.compile(
    r"\s*[#(（\[]?(?:([0-9０-９]{1,3})\s*[.．):）\]、]|[ivxIVX]{1,5}\s*[.．):）\]、](?=\s)|(?:([0-9０-９]{1,3})|[ivxIVX]{1,5})\s*[\-–—]\s+(?=[^\s\d]))\s*(?=\D)"
    r"|\s*#([0-9]{1,3})\s+"
)
LABEL_ALONE = re.compile(
    rf"\s*[\[(（【]?(?:(?:{_Q}|{_A})\s*[-.#]?\s*[0-9０-９]{{0,3}}|[0-9０-９]{{1,3}})[\s】]*[:：.．)）\]、\-–—|]{{0,2}}\s*",
    re.IGNORECASE,
)
LETTER_ALONE = re.compile(r"\s*[qaQA]\s*[:.]?\s*|\s*[QＱAＡ问問答문답]\s*")

SIGNS = "+＋−–—-×✕✖▼▾▲▴►▶▸◀◄›»‹«⌄⌃↓↑→←↘∨∧⊕⊖➕➖⯆⯈❯❮✓✔•●○■□◆◇…|¶§🔗"

# "See section 2": what is numbered then keeps its number.
REFERENCE = re.compile(
    r"(?:§|\b(?:sections?|parts?|chapters?|questions?|points?|abschnitte?|kapitel|punkte?|fragen?|ziffer|rubriques?|chapitres?|secci(?:ón|ones)|apartados?|preguntas?"
    r"|puntos?|paragraf[oi]|sezion[ei]|domand[ae]|punt[oi]|rubriek(?:en)?|paragraaf|vra(?:ag|gen)|se[cç]ç?ão|pergunta|capítulo|avsnitt|afsnit|punkt(?:u|ach|y)?|раздел[ае]?|пункт[ае]?)"
    r"|ال(?:قسم|فقرة|سؤال|جزء))\s*(?:n(?:o|r|[°º])\.?\s*)?[1-9]\d?(?![\d%]|[.,]\d)",
    re.IGNORECASE,
)
# A line of one of these within an answer asks nothing.
_WARNINGS = """
(?:please )?note|nb|(?:very )?important(?: note| information)?|warning|caution|attention|danger|remember|tip|good to know|example
(?:bitte )?beachten(?: sie)?|achtung|wichtig(?:er hinweis)?|hinweis|vorsicht|warnung|merke|tipp|beispiel
remarque|à noter|avertissement|prudence|bon à savoir|à savoir|exemple|nota|aviso|importante|atención|advertencia|precaución|recuerde|consejo|ejemplo
attenzione|avvertenza|avvertenze|nota bene|consiglio|esempio|let op|belangrijk|waarschuwing|voorbeeld|atenção|cuidado|lembre-se|dica|exemplo
تنبيه|تحذير|هام|مهم|ملاحظة|ملحوظة|انتبه|مثال
"""

_PAGE = r"(?:page|article|answer|information|content|section|site|website|help|use|you)"
_OPEN_END = re.compile(
    r"(?:(?:do you |did you )?(?:still )?(?:have|got|need) (?:(?:you |yet |still )*(?:any |more |other |another |further |additional |a )*(?:questions?|help|queries))"
    r"|still (?:unsure|not sure|need|have|got)|any (?:other |more |further )?questions|more questions|(?:didn.t|can.t|couldn.t|did not|cannot|could not|not) (?:(?:find|see) (?:what|your|an?|the|it)\b|what)"
    rf"|question not|was (?:this|the) {_PAGE}|did (?:this {_PAGE}|we|you find (?:this|what|the|it|our) ?{_PAGE})|is this (?:page|information)|were you (?:able|looking|satisfied|happy)|(?:how|what) (?:can|could) we (?:help|improve)"
    r"|noch fragen|(?:haben sie|hast du) (?:noch |weitere |andere )*fragen|weitere fragen|war diese[rs]? (?:seite|artikel|antwort|information|beitrag|inhalt)|vous avez (?:encore )?(?:d.autres|des|une) questions?|d.autres questions|encore (?:des |une )?questions?|une question"
    r"|¿?(?:tiene|tienes|aun|todavia|mas) .{0,12}(?:preguntas|dudas)|hai (?:altre|ancora) .{0,8}domande|altre domande|(?:ainda )?(?:tem|ficou com) .{0,10}(?:duvidas?|perguntas?)"
    r"|(?:heeft u |heb je )?nog (?:meer )?vragen|har du (?:fler|flere|andra|andre) .{0,6}(?:fragor|sp.rgsm.l|sp.rsm.l)|masz (?:wiecej |inne |jeszcze )*pytan|остались вопросы|у вас остались)"
)

_SOURCES = """
(?:the |our |my )?(?:sources?|references?|citations?|literature|bibliography|works cited|footnotes|further reading)(?: and (?:sources|references|further reading|links))?
quellen(?:angaben|verzeichnis|nachweise?)?|literatur(?:verzeichnis|angaben|nachweise?)?|referenzen|einzelnachweise|weiterführende literatur
références?(?: bibliographiques)?|bibliographie|sources? et références|fuentes?|referencias?(?: bibliográficas)?|bibliografía
font[ie]|riferiment[io](?: bibliografici)?|bibliografia|bronnen|bronvermelding|referenties|literatuur(?:lijst)?|fontes?|referências?(?: bibliográficas)?
källor|referenser|kilder|referencer|referanser|lähteet|źródła|piśmiennictwo|źródło|zdroje|literatura|források|irodalom|surse|bibliografie|kaynaklar|kaynakça|источники|список литературы|литература|джерела|πηγές|βιβλιογραφία
(?:ال)?(?:مراجع|مصادر)|المصادر والمراجع|المراجع والمصادر|מקורות|منابع|参考文献|出典|參考文獻|参考资料|참고 ?문헌|출처
"""

_NO_SIGNS = {code: None for code in range(128) if not chr(code).isalnum()}


@lru_cache(4096)
def folded(text: str) -> str:
    """In lower case, without accents, with single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("ß", "ss")).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def key_of(text: str) -> str:
    """Letters and digits alone: the same words in other mark-up have the same key."""
    if text.isascii():
        return text.lower().translate(_NO_SIGNS)
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _any_of(lines: str) -> str:
    return "|".join(folded(line) for line in lines.strip().splitlines())


_NAME = re.compile(_any_of(_NAMES) + "|" + _SHORT_NAMES)
_WORD = re.compile(rf"[¿\"'«“„(]*(?:{_any_of(_QUESTION_WORDS)})(?![\w-])")
_SOURCE = re.compile(_any_of(_SOURCES))
# "I forgot a tablet." asks what to do.
_READER = re.compile(
    r"(?:help\W+)?(?:i|i['’](?:m|ve|d)|my|we|ich|mein\w*|wir|unser\w*|j['’]\w*|je|mon|ma|mes|nous|yo|mis?|he|ho|mi[oa]|sono|eu|meu|minha|ik|mijn|я|мой|моя|أنا|لدي)\b"
)
_WARNING = re.compile(_any_of(_WARNINGS))
_ICONS = frozenset(_any_of(_ICON_WORDS).split("|"))
_CLOSERS = "\"'”’»›)]*_ \u00a0:….!\u200b\u200e\u200f）」』”"


def names_faq(text: str) -> bool:
    """Whether a heading says that questions follow."""
    if not text or len(text) > 160:
        return False
    plain = folded(text)
    return bool(_NAME.search(plain)) and not re.search(
        r"questions? (?:to|for) (?:ask|your)|newsletter|\b(?:interview|transcript)|(?:q ?& ?a|q and a|questions? (?:and|&) answers?|fragen und antworten)\W* (?:with|mit)\b",
        plain,
    )


def is_name_alone(text: str) -> bool:
    """Whether a line that is no heading is little more than the name of an FAQ."""
    plain = folded(text)
    found = _NAME.search(plain)
    return bool(found and len(plain) <= 80 and len(found.group()) * 2 >= len(plain))


@lru_cache(4096)
def likeness(text: str) -> float:
    """How much a line is a question, from 0 to 1."""
    text = text.strip()
    if not text:
        return 0.0
    end = unicodedata.normalize("NFKC", text).rstrip(_CLOSERS)
    if end.endswith(("?", "؟", "⸮", "፧", "꘏")) or "՞" in end or end.startswith("¿"):
        return 1.0
    if end.endswith(";") and re.search(r"[\u0370-\u03ff]", end):
        return 1.0
    if re.search(r"(?:か|吗|嗎|呢|까|까요|나요|가요)[。.]?$", end):
        return 1.0
    if re.search(r"[?？؟]\s*[(（\[][^()]{1,40}$", end):
        return 1.0
    plain = folded(text)
    if re.match(r"(?:how|what|when|where|why) (?:to|we|you)\b", plain):
        return 0.3
    return 0.6 if _WORD.match(plain) and len(plain.split()) >= 3 and not end.endswith(",") else 0.0


def has_mark(text: str) -> bool:
    """Whether a line asks with a sign, and not by its first word alone; behind the sign the name of an icon may stand."""
    return likeness(text) >= 1 or any(mark in text for mark in "?？؟⸮")


def is_open_end(text: str) -> bool:
    """A line such as "Still have questions?", which is no question of the reader's, or "Sources", which is none at all."""
    plain = folded(text) if len(text) <= 120 else ""
    return bool(_OPEN_END.match(plain.lstrip("¿ "))) or names_sources(text)


def names_sources(text: str) -> bool:
    return len(text) <= 60 and bool(_SOURCE.fullmatch(folded(text).rstrip(" :")))


def is_told(text: str) -> bool:
    """Whether a line is a sentence, or a word such as "Important" before one, and no title, nor what a reader says."""
    if _READER.match(folded(text)):
        return False
    return text.rstrip("\"'”’»)").endswith((".", "!", ":", "。", "！", "：")) or bool(_WARNING.fullmatch(folded(text)))


def is_icon(text: str) -> bool:
    """Words that only work a toggle: "Show answer", or the name of an icon in an icon font."""
    return len(text) <= 40 and folded(text) in _ICONS
