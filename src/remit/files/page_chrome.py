"""What surrounds the text of a web page: navigation, page head and foot, print and share links."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

__all__ = ["Shares", "is_chrome", "is_hidden", "is_remark", "says_something"]

_SILENT = frozenset(
    "script style noscript template select textarea input iframe frame object embed svg canvas audio video map "
    "datalist head title rt rp del xml math applet noframes".split()
)
_TAGS = _SILENT | {"nav", "footer", "aside", "button"}
_FORMS = frozenset({"form", "dialog"})
_ROLES = frozenset(
    "navigation banner contentinfo complementary search menu menubar toolbar tablist dialog alert tooltip".split()
)
_NAMES = frozenset(
    "nav navbar navigation menu menus submenu breadcrumb breadcrumbs crumb crumbs footer copyright share sharing "
    "bdshare sidebar toolbar topbar pagination pager paging login related recommend qrcode skip".split()
)
_OF_CONTENT = frozenset({"article", "main", "section"})
_NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
_OPENS = re.compile(
    r"\s*(?:第\s*[\d一二三四五六七八九十百千零〇]{1,9}\s*[编章节条]|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、"
    r"|(?:Article|Section|Chapter)\s+[\dIVX]|§)"
)
_SHARE_OF_PAGE = 0.3  # what only its name calls furniture must be a small part of the page
_LINK_TEXT = 40  # characters of a link on average, where links are a menu and no list of titles to keep
_WORDS = (
    "打印(?:本页|此页|文章|正文|内容)?|关闭(?:本页|窗口|此页)?|字[号体]|[大中小]|默认|收藏(?:本页)?|分享(?:到)?|微信|微博|返回(?:顶部|首页|上一页|列表)?|首页"
    "|网站首页|当前位置|您(?:现在)?(?:所在)?的位置|纠错|下载(?:word|pdf)?|扫一扫[^扫]{0,16}|上一[篇页条]|下一[篇页条]|设为首页|加入收藏|无障碍(?:浏览)?|简体|繁体|登录|注册"
    "|print(?: this page)?|share|close|home|back to top|top|skip to (?:main )?content|next|previous"
)
_SIGNS = r"[\s\[\]【】()（）|｜/／:：>»›·、,，\-—]*"
_BAR = re.compile(rf"{_SIGNS}(?:(?:{_WORDS}){_SIGNS})+", re.IGNORECASE)
_LABELS = re.compile(
    r"(?:发布|更新|成文|发文)(?:时间|日期)\s*[:：]|(?:信息|文章|稿件)?来源\s*[:：]|(?:浏览|点击|阅读)(?:次数|量|数)?\s*[:：]|字[号体](?:大小)?\s*[:：]"
    r"|责任编辑\s*[:：]|作者\s*[:：]|访问(?:次数|量)\s*[:：]|打印|关闭"
)
_FOOT = re.compile(
    r"(?:当前|您(?:现在)?(?:所在)?的)位置\s*[:：]|[上下]一[篇条页]\s*[:：]|版权所有|.{0,8}ICP备|.{0,6}公网安备|网站标识码"
    r"|主办(?:单位)?\s*[:：].{0,40}承办|责任编辑\s*[:：]|copyright\s*(?:©|\(c\)|\d)|©\s*\d{4}|all rights reserved",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Share:
    """How much an element says: characters, those in links, letters outside of links, links, tables."""

    size: int = 0
    linked: int = 0
    loose: int = 0
    links: int = 0
    opens: bool = False
    tables: int = 0


class Shares:
    """What each element of a page holds, counted once from the leaves up."""

    def __init__(self, root: etree._Element) -> None:
        self._of: dict[etree._Element, _Share] = {}
        for element in reversed(list(root.iter(etree.Element))):
            self._of[element] = self._count(element)
        self.total = max(self._of[root].size, 1)

    def _count(self, element: etree._Element) -> _Share:
        share = _Share()
        if element.tag in _TAGS:
            return share
        words = [element.text or ""]
        for child in element:
            if child in self._of:
                below = self._of[child]
                share.size += below.size
                share.linked += below.linked
                share.loose += below.loose
                share.links += below.links
                share.opens |= below.opens
                share.tables += below.tables + (child.tag == "table")
            words.append(child.tail or "")
        share.opens |= any(_OPENS.match(part) for part in words)
        share.size += sum(len("".join(part.split())) for part in words)
        share.loose += sum(sum(map(str.isalnum, part)) for part in words)
        if element.tag == "a" and element.get("href"):
            share.linked, share.loose, share.links = share.size, 0, share.links + 1
        return share

    def of(self, element: etree._Element) -> _Share:
        """Return what an element of the page holds."""
        return self._of[element]

    def are_links(self, element: etree._Element) -> bool:
        """Whether a block is a menu: several short links with at most signs between them."""
        share = self._of[element]
        return share.links > 1 and share.loose <= share.links and share.linked <= _LINK_TEXT * share.links

    def is_small(self, element: etree._Element) -> bool:
        """Whether a block is a small part of the page and opens no clause."""
        share = self._of[element]
        return not share.opens and share.size <= _SHARE_OF_PAGE * self.total


def is_hidden(element: etree._Element) -> bool:
    """Whether the page does not show an element."""
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style", "")))
    )


def says_something(element: etree._Element) -> bool:
    """Whether a reader of the page would miss an element that was left out."""
    return element.tag not in _SILENT and any(words.strip() for words in element.itertext())


def is_chrome(element: etree._Element, shares: Shares) -> bool:
    """Whether an element surrounds the text: by its tag; by role or name if it is a small part."""
    if element.tag in _TAGS:
        return True
    if element.tag == "header":
        return not any(parent.tag in _OF_CONTENT for parent in element.iterancestors())
    if element.tag in {"html", "body", "main", "article"}:
        return False
    named = f"{element.get('class', '')} {element.get('id', '')}"
    called = (
        element.tag in _FORMS
        or element.get("role", "") in _ROLES
        or any(part.lower() in _NAMES for part in _NAME.findall(named))
    )
    return called and shares.is_small(element)


def is_remark(line: str) -> bool:
    """Whether a line is about the page: its print and share links, its path, date and source, the foot of the site."""
    if len(line) > 200 or _OPENS.match(line):
        return False
    return bool(_BAR.fullmatch(line) or _FOOT.match(line) or len(_LABELS.findall(line)) > 1)
