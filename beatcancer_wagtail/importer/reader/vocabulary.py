"""The words by which pages name what is no content, in classes and ids and in headings."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from bs4 import Tag

# Each reason with words that stand for it wherever they are found in a class or an id. No name of any one site.
CLASS_WORDS = {
    "share": "share shares sharing sharebar sharetools sharethis addthis addtoany sharedaddy social socials socialmedia"
    " sociallinks follow followus tweet pinit whatsapp share-this bookmarks social-actions social-buttons social-links social-message social-bar social-share social-icons",
    "newsletter": "newsletter newsletters subscribe subscription signup sign-up optin opt-in mailchimp mailinglist"
    " newsletterform email-signup mailing-list",
    "related": "related relatedposts relatedarticles recommended recommendation recommendations recirc recirculation readmore"
    " read-more read-next readnext more-from morefrom more-stories more-articles most-read mostread most-popular mostpopular"
    " most-viewed trending popular also-like you-may-also you-might-also up-next upnext next-article nextup related-links outbrain taboola zergnet"
    " similar-posts teasers crosslinks see-also further-reading topstories top-stories latest-news",
    "comments": "comment comments commentlist disqus livefyre respond comment-respond discussion replies viafoura coral"
    " usercomments talkback",
    "consent": "cookie cookies consent gdpr ccpa cookiebar cookiebanner onetrust cookieconsent",
    "advert": "ad ads advert adverts advertisement advertisements advertising adsense adslot ad-slot adunit adbox adblock adwrap"
    " adcontainer ad-container ad-wrapper adholder dfp googlead sponsor sponsored sponsors promo promos promotion promoted"
    " advertorial leaderboard skyscraper mpu marketing werbung anzeige publicidad publicite",
    "navigation": "nav navbar navigation menu menus submenu topmenu mainmenu breadcrumb breadcrumbs crumbs crumb pagination pager"
    " paging paginator page-nav post-nav prevnext prev-next next-prev post-navigation skip-link skiplink skiplinks skip-to"
    " topbar toolbar sitemap jumpto back-to-top backtotop backtop hamburger tablist tab-list tabnav tab-nav",
    "contents": "toc tableofcontents table-of-contents table-contents on-this-page onthispage contentslist",
    "sidebar": "sidebar sidebars side-bar sidecol side-col sidecolumn rightrail right-rail leftrail left-rail rail rightcol"
    " right-col widget-area widgetarea widget-sidebar sidebar-widget extra-services secondary-content left-column right-column leftcolumn rightcolumn leftcol left-col flyout",
    "header": "masthead site-header siteheader page-header-nav global-header globalheader",
    "footer": "footer colophon site-footer sitefooter page-footer copyright copyrights legal legalese article-footer"
    " post-footer entry-footer",
    "popup": "modal modals popup pop-up popover overlay lightbox interstitial tooltip toast success-message error-message system-message flash-message paywall regwall",
    "byline": "byline bylines by-line dateline authors postmeta post-meta entry-meta article-meta meta-data metadata"
    " author-info author-bio authorbio author-box authorbox about-author aboutauthor about-the-author post-author article-author"
    " post-info article-info entry-info posted-on published-on publish-date publishdate pubdate timestamp post-date"
    " entry-date article-date writtenby user-bio author-card authorcard about-the-authors",
    "tags": "tags taglist tag-list tagcloud tag-links post-tags entry-tags article-tags topics topic-list categories keywords"
    " filed-under hashtags post-categories cat-links",
    "search": "search searchbox searchform search-form searchbar",
    "account": "login signin sign-in register registration logout my-account useraccount",
    "feedback": "feedback survey satisfaction was-this-helpful washelpful helpful page-feedback pagefeedback helpfulness",
    "control": "print printer print-only printonly noprint no-print font-size fontsize textsize text-size zoom rating ratings"
    " rate vote votes voting like-button likes copy-link clipboard reading-time"
    " readtime read-time goog-te goog-gt nocontent robots-nocontent jump-link page-tools pagetools article-tools articletools post-tools editsection edit-section edit-link",
}
# Words that also name what holds content: these count only where the text itself looks like no content.
_WEAK = """
left-column right-column leftcolumn rightcolumn leftcol left-col rightcol right-col menus submenu pager paging
comment toolbar follow subscription popular menu discussion rate rating ratings vote votes legal overlay tooltip
search social marketing register registration toolbar topics categories keywords metadata meta-data
font-size fontsize text-size textsize zoom coral interstitial toast
secondary-content rail popover see-also further-reading promo promotion promoted sponsors header like likes print
printer respond replies
"""
WEAK = frozenset(_WEAK.split())
ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "tablist": "navigation",
    "toolbar": "navigation",
    "directory": "navigation",
    "doc-toc": "contents",
    "doc-pagelist": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "search": "search",
    "complementary": "sidebar",
    "dialog": "popup",
    "alertdialog": "popup",
    "tooltip": "popup",
}
# Headings, in several languages, of lists of links that lead away, and of boxes that ask for something.
HEADINGS = {
    "related": r"related(?: \w+){0,3}|(?:read|see) (?:more|next|also|this next)|more (?:from|stories|articles|news|on this)\b.*"
    r"|you (?:may|might) (?:also )?(?:like|be interested).*|recommended.{0,25}|trending.{0,20}|(?:most )?(?:popular|read|viewed).{0,15}"
    r"|(?:latest|top|recent|other) (?:news|stories|posts|articles|headlines).{0,20}|up next|around the web|from (?:around )?the web"
    r"|keep reading|(?:next|previous) (?:article|story|post)|what to read next|don.t miss|editor.?s.? picks?|in this section"
    r"|(?:das könnte (?:sie|dich) auch interessieren|mehr zum thema|weitere (?:artikel|themen|beiträge|nachrichten)|verwandte (?:artikel|themen)"
    r"|lesen sie auch|meistgelesen)"
    r"|(?:à lire aussi|lire aussi|voir aussi|articles (?:liés|similaires|connexes)|sur le même (?:thème|sujet)|les plus lus)"
    r"|(?:artículos relacionados|noticias relacionadas|te puede interesar|también te puede interesar|lo más leído|más leídas)"
    r"|(?:articoli correlati|leggi anche|potrebbe interessarti|i più letti)|(?:artigos relacionados|leia (?:também|mais)|veja também)"
    r"|(?:lees ook|gerelateerd|meer over|meest gelezen)|(?:читайте также|похожие (?:статьи|материалы)|по теме)|(?:zobacz także|czytaj (?:też|także|więcej))"
    r"|(?:כתבות|מאמרים) (?:קשורות|קשורים|נוספות|נוספים)|(?:مقالات ذات صلة|اقرأ أيضا|مواضيع ذات صلة)|(?:相关(?:文章|阅读|新闻|推荐)|相關(?:文章|閱讀|新聞)|推荐阅读|関連記事|あわせて読みたい|관련 ?(?:기사|글))",
    "share": r"(?:please )?share(?: (?:this|the|it|our))?(?: (?:page|article|story|post|content|link|video|news|recipe))?(?: (?:on|via|by) (?:\w+ ?){1,3}| with (?:\w+|(?:your|a) friends?))?|follow us.{0,30}|(?:(?:diesen |den )?(?:artikel|beitrag)|(?:diese |die )?seite)? ?teilen"
    r"|partager(?: (?:cet |cette |l.|la |le )?(?:article|page|contenu|lien|sur \w+))?|compartir(?: (?:este |esta |el |la )?(?:artículo|página|noticia|enlace|en \w+))?|condividi(?: (?:questo |questa |l.|la |il )?(?:articolo|pagina|su \w+))?"
    r"|compartilh\w+(?: (?:este |esta |o |a )?(?:artigo|página|notícia|no \w+))?|(?:deze pagina |dit artikel )?delen|поделиться|udostępnij|شارك(?: (?:هذا المقال|هذه الصفحة|المقال|الصفحة))?|分享(?:到)?|シェア|공유(?:하기)?",
    "newsletter": r".{0,40}newsletter.{0,30}|(?:sign up|subscribe)\b.{0,60}|stay (?:up to date|informed|in touch|connected).{0,20}|get (?:our|the) (?:latest|free|best).{0,40}",
    "comments": r"(?:\d+ |leave a |post a |add a |join the |view |show |read )?(?:comments?|replies|reply|conversation|discussion|responses?)(?: \(?\d+\)?)?|\d+ thoughts on.*"
    r"|kommentare?|commentaires?|comentarios?|commenti|reacties|комментарии|评论|評論|コメント|댓글|تعليقات",
    "feedback": r"(?:\d+ )?(?:people |readers )?found this (?:page |article )?(?:helpful|useful)|report a problem with this.{0,20}|rate this (?:page|article|content|information|site|website|resource)"
    r"|(?:was|is|were|are|did you find) (?:this|the|our)(?: (?:page|article|information|content|answer|section|resource|site|website)){0,2}(?: (?:on|in) this page)?(?: (?:helpful|useful))(?: (?:to|for) you)?"
    r"|how (?:helpful|useful) (?:was|is|did you find) (?:this|the)(?: (?:page|article|information|content|site|website))?|did you find what you (?:were|are) looking for|(?:tell|give) us (?:what you think|your feedback)(?: (?:of|about|on) (?:this|the|our) (?:page|article|information|content|site|website))?"
    r"|(?:war|waren|ist|sind|fanden sie) (?:diese|dieser|die|der)(?: (?:seite|artikel|beitrag|informationen?|inhalt)) (?:für sie )?(?:hilfreich|nützlich)"
    r"|(?:cette page|cet article|ce contenu|cette information) vous a.{0,3}t.(?:il|elle)(?: été)? (?:utile|aidée?)|avez.vous trouvé (?:cette page|cet article|ces informations) utiles?"
    r"|¿?te (?:ha )?(?:resultado|sido|fue) útil (?:esta página|este artículo|este contenido|esta información)|¿?(?:te|le) (?:ha )?(?:resultado|sido|fue) útil|(?:questa pagina|questo articolo) (?:ti )?è stat[oa] utile|(?:esta página|este artigo) foi útil"
    r"|was deze (?:pagina|informatie) nuttig|هل كانت? (?:هذه|هذا) (?:الصفحة|المقال(?:ة)?|المعلومات?|المحتوى) مفيد(?:ة|ا|اً)?",
    "advert": r"advertisements?|advertising|ads?|sponsored(?: (?:content|links|by.*))?|promoted(?: (?:content|links|stories))?|ads? by .*|anzeige|werbung|publicité|publicidad|pubblicità|реклама|广告|廣告|広告|광고|إعلان",
    "contents": r"(?:table of )?contents|on this page|in this article|jump to(?: section)?|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|contenido|inhoud|содержание|目录|目錄|目次|목차|المحتويات",
    "tags": r"tags?:?|topics?:?|filed under:?|keywords:?|categories:?|schlagwörter:?|mots.clés:?|etiquetas:?",
}
# Lists of links under such a heading are content.
SOURCES = re.compile(
    r"\W*(?:\d+\.?\s+)?(?:references?|sources?|bibliography|citations?|(?:foot)?notes|further (?:reading|information|resources)|external links|studies|links|resources"
    r"|(?:useful|helpful|more) (?:links|resources|information)|see also|where to (?:get|find) (?:help|support)|literatur\w*|quellen\w*|weblinks|einzelnachweise|références?|bibliographie"
    r"|liens? (?:externes?|utiles?)|referencias|fuentes|bibliografía|enlaces.*|bibliografia|fonti|riferimenti|referências|fontes|bronnen|referenties"
    r"|литература|источники|примечания|ссылки|źródła|bibliografia|المراجع|المصادر|参考(?:文献|资料|資料)|参照|出典|참고 ?(?:문헌|자료))\b.{0,40}",
    re.I,
)
FOOT = re.compile(
    r"©|\(c\) ?\d{4}|copyright|all rights reserved|(?:registered )?(?:charity|company) (?:no|number|reg)|registered (?:charity|company|office)|(?:web ?site|site) (?:built|designed|made|by)|built by|unsubscribe|abmelden|désinscri|darse de baja|disiscri|cancelar (?:a )?inscri|alle rechte vorbehalten"
    r"|tous droits réservés|todos los derechos reservados|tutti i diritti|todos os direitos|alle rechten|все права|版权所有|版權所有|無断転載|جميع الحقوق|כל הזכויות",
    re.I,
)
# What a link to the top of the page says; under other words it is a word of the text.
TO_TOP = re.compile(
    r"\b(?:top|up|back|return|start|beginning|oben|anfang|haut|retour|arriba|inicio|volver|subir|su|inizio|torna|boven|terug|topo|início|voltar|góry|górę|upp|toppen|opp|til|ylös|alkuun"
    r"|nahoru|nahor|fel|sus|yukarı|başa|наверх|вверх|началу?|нагору|догори|πάνω|αρχή)\b|[أا]على|למעלה|トップ|先頭|上|顶|頂|위로|맨 위|^\W+$",
    re.I,
)
HEADING_PATTERNS = {reason: re.compile(rf"(?:{pattern})\W*", re.I) for reason, pattern in HEADINGS.items()}

NOTES = ("data-component", "data-module", "data-testid", "data-test-id", "data-widget-type", "data-role")
HEADING_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# These only as a whole name: "foot-care" is no foot of the page, and "bio-markers" are no author.
WHOLE = {"foot": "footer", "nav": "navigation", "bio": "byline"}
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
MOST_CLASSES = 100
LONGEST_CLASS = 10_000  # characters
NOT_LETTERS = re.compile(r"[^a-z0-9]+")
BY_WORD = {word: reason for reason, words in reversed(CLASS_WORDS.items()) for word in words.split()}
# Utility classes say how something looks at some width, not what it is.
UTILITY = re.compile(
    r"^(?:no|has|with|without|is|js|not|hide|show|hidden|visible|sm|md|lg|xl|col|row|u|t|w|h|m|p|d|bg|fs|border|text(?!-?size))-|:|--(?:no|has|with)|-(?:free|less)$",
    re.I,
)


def classes_of(tag: Tag) -> list[str]:
    """The first of them: nobody reads eighty thousand."""
    names = tag.get("class") or []
    return names[:LONGEST_CLASS].split()[:MOST_CLASSES] if isinstance(names, str) else list(names[:MOST_CLASSES])


def names_of(tag: Tag) -> list[str]:
    """What the page calls an element: its classes, its id, what a builder of pages notes, a name of its own."""
    names = classes_of(tag)
    identity = str(tag.get("id") or "")
    if identity and not _is_made_of_text(tag, identity):
        names.append(identity)
    names += [str(tag[key]) for key in NOTES if tag.get(key)]
    if "-" in tag.name:
        names.append(tag.name)
    return names


def _is_made_of_text(tag: Tag, identity: str) -> bool:
    """An id that only repeats a heading, for links to it, says nothing of what the element is."""
    if tag.name in HEADING_TAGS:
        return True
    words = {word for word in NOT_LETTERS.split(identity.lower()) if word}
    if not words or not any(word in BY_WORD for word in words_of_class(identity)):
        return False
    heading = tag.find(HEADING_TAGS)
    text = heading.get_text(" ").casefold() if isinstance(heading, Tag) else ""
    return bool(text) and words <= set(NOT_LETTERS.split(text)) and len(words) > 1


@lru_cache(maxsize=4096)
def words_in_name(name: str) -> tuple[str, ...]:
    """The words of ``relatedLinks-box`` one by one: related, links, box."""
    return tuple(word for word in NOT_LETTERS.split(CAMEL.sub("-", name[:120]).lower()) if word)


@lru_cache(maxsize=4096)
def words_of_class(name: str) -> tuple[str, ...]:
    """The words of ``relatedLinks-box`` one by one and two by two: related, links, box, related-links, links-box."""
    single = words_in_name(name)
    pairs = ["-".join(pair) for pair in itertools.pairwise(single)]
    triples = ["-".join(three) for three in zip(single, single[1:], single[2:], strict=False)]
    return (*triples, *pairs, *single)


def class_reason(tag: Tag) -> tuple[str, str]:
    """The reason that the class names or the id give, and the word that gave it; ("", "") for none."""
    found = [reason for reason in map(_reason_of, names_of(tag)) if reason[0]]
    return next((reason for reason in found if reason[1] not in WEAK), found[0] if found else ("", ""))


@lru_cache(maxsize=4096)
def _reason_of(name: str) -> tuple[str, str]:
    if name.casefold() in WHOLE:
        return WHOLE[name.casefold()], name
    found = [] if UTILITY.search(name) else [(BY_WORD[word], word) for word in words_of_class(name) if word in BY_WORD]
    return next((reason for reason in found if reason[1] not in WEAK), found[0] if found else ("", ""))


def heading_reason(text: str) -> str:
    text = " ".join(text.split())
    if not 0 < len(text) <= 80:
        return ""
    for reason, pattern in HEADING_PATTERNS.items():
        if pattern.fullmatch(text):
            return reason
    return ""
