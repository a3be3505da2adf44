"""Which classes of meaning together lie outside the scope line, and for which reason."""

from __future__ import annotations

from dataclasses import dataclass

from remit.core.scope_words.lexicon import Classes, name_classes

__all__ = ["BELIEF", "CONTROL", "EXPRESSION", "PUNISH", "RULES", "VETTING", "WATCH", "WHY", "Rule"]

EXPRESSION = "expression"
CONTROL = "opinion-control"
BELIEF = "belief-identity"
WATCH = "watch-list"
VETTING = "viewpoint-vetting"
PUNISH = "punish-expression"
WHY: tuple[str, ...] = (EXPRESSION, CONTROL, BELIEF, WATCH, VETTING, PUNISH)


@dataclass(frozen=True, slots=True)
class Rule:
    """What lies outside: a segment about any of `about`, where a stretch of at most `reach` more segments to either
    side holds one of each set of `needs` and none of `unless`, and no segment of the sentence any of `shelter`."""

    name: str
    why: str
    about: Classes
    needs: tuple[Classes, ...]
    unless: Classes
    shelter: Classes
    reach: int


def _rule(
    name: str, why: str, about: str, *needs: str, unless: str = "", shelter: str = "", reach: int = 2
) -> Rule:
    sets = tuple(map(name_classes, needs))
    return Rule(name, why, name_classes(about), sets, name_classes(unless), name_classes(shelter), reach)


_HARD = "spy list tie dissuade punish suppress steer vet restrict"
_SOFT = "watch record report"
_TRADE = "safety"
_FRAMES = "heed claim safety lawful own protect privacy shielded"
_SERVICE = "care aid health skill"
# fmt: off
RULES: tuple[Rule, ...] = (  # the first that hits names the reason
    _rule("heresy", PUNISH, "heresy"),
    _rule("speech-punished", PUNISH, "talk speech dissent mind ideology opinion", "punish",
          unless="protect lawful"),
    _rule("criticism-punished", PUNISH, "critic", "punish", unless="heed claim protect lawful"),
    _rule("slight-punished", PUNISH, "slight", "power", "punish", unless="heed claim protect lawful"),
    _rule("protest-punished", PUNISH, "protest", "punish", unless="heed claim protect shielded"),
    _rule("belief-punished", PUNISH, "belief origin", "punish", unless="protect care", shelter="remedy"),
    _rule("censorship", VETTING, "censorship", unless="wipe"),
    _rule("work-vetted", VETTING, "work platform", "vet weigh suppress restrict punish",
          "viewpoint dissent mind ideology belief opinion religion critic", unless="lawful own"),
    _rule("theme-vetted", VETTING, "work platform", "vet weigh spy suppress restrict punish", "theme",
          unless=f"lawful own {_TRADE} claim protect"),
    _rule("piece-vetted", VETTING, "piece", "vet suppress restrict",
          unless=f"lawful own {_TRADE} claim heed protect"),
    _rule("viewpoint-vetted", VETTING, "viewpoint", "vet weigh", unless=f"lawful own {_TRADE} claim", reach=1),
    _rule("speaker-vetted", VETTING, "platform", "vet", unless=f"{_TRADE} lawful own"),
    _rule("gathering-punished", PUNISH, "gathering contact", "punish", unless="health claim"),
    _rule("belief-pursued", BELIEF, "belief", "spy list tie dissuade suppress steer restrict",
          unless="care safety", shelter="remedy"),
    _rule("belief-spied-on", BELIEF, "belief", "spy", shelter="care protect privacy shielded heed claim"),
    _rule("believers-reported", BELIEF, "belief", "report list", "folk",
          unless="safety aid health skill heed privacy", shelter="protect shielded"),
    _rule("cult-pursued", BELIEF, "cult", "spy list tie dissuade steer restrict record report watch",
          unless=f"lawful {_TRADE}"),
    _rule("belief-recorded", BELIEF, "belief", _SOFT, unless=f"care lawful {_TRADE}", shelter="protect"),
    _rule("religion-pursued", BELIEF, "religion", f"{_HARD} {_SOFT} attend",
          unless=f"care {_TRADE} aid protect lawful", shelter="privacy"),
    _rule("origin-recorded", BELIEF, "origin", "spy list tie watch record report punish restrict suppress vet",
          unless="care aid protect wipe", shelter="privacy remedy"),
    _rule("attendance", BELIEF, "shrine", "dissuade tie attend", shelter=f"{_TRADE} aid protect"),
    _rule("shrine-goers", BELIEF, "shrine", "folk", "list report record spy", shelter=f"{_TRADE} {_SERVICE} protect shielded"),
    _rule("belief", BELIEF, "belief", shelter=f"protect privacy remedy care aid {_TRADE} health skill shielded"),
    _rule("worship-pursued", BELIEF, "unleaved", "naught"),
    _rule("dragnet", WATCH, "dragnet", unless="safety wipe"),
    _rule("persons-watched", WATCH, "watched", "spy list tie dissuade steer record report gathering",
          unless=f"{_TRADE} {_SERVICE} lawful claim"),
    # a sign of movement: of persons where any are named, of a dam or a pump where the sentence is about one
    _rule("drift-watched", WATCH, "drift", "spy list tie dissuade steer record report gathering",
          shelter=f"{_TRADE} {_SERVICE} lawful claim"),
    _rule("person-drift-watched", WATCH, "drift", "person agency folk watched", "spy list tie dissuade steer record report",
          unless=f"{_TRADE} {_SERVICE} lawful claim"),
    _rule("protest-watched", WATCH, "protest", "list tie spy dissuade steer report",
          unless="heed claim lawful protect shielded"),
    _rule("gathering-watched", WATCH, "gathering contact",
          "list tie spy watch record report dissuade steer restrict",
          unless=f"{_TRADE} {_SERVICE} heed lawful protect", shelter="wipe"),
    _rule("ideology", CONTROL, "ideology"),
    _rule("opinion", CONTROL, "opinion", unless="safety"),
    _rule("speech-steered", CONTROL, "talk speech dissent medium hot utterance", "steer", unless="heed claim"),
    _rule("hot-topic-watched", CONTROL, "hot", "spy suppress", unless=f"heed claim {_TRADE}"),
    _rule("mind-pursued", EXPRESSION, "mind", "spy list tie dissuade steer report"),
    _rule("mind", EXPRESSION, "mind", unless="wipe", shelter="privacy"),
    _rule("dissent-pursued", EXPRESSION, "dissent", _HARD, unless="heed"),
    _rule("dissent-recorded", EXPRESSION, "dissent", _SOFT, unless="heed claim"),
    _rule("criticism-pursued", EXPRESSION, "critic", "list tie spy dissuade suppress",
          unless="heed claim protect lawful"),
    _rule("criticism", EXPRESSION, "critic slight", "power",
          "spy record report suppress dissuade restrict list tie", unless=f"heed claim protect {_TRADE}"),
    _rule("view", EXPRESSION, "view", "spy dissuade list tie", unless=f"heed claim protect {_TRADE} aid"),
    _rule("care-pursued", BELIEF, "care", "spy list record report", "agency", unless="protect"),
    _rule("people-hushed", EXPRESSION, "outward", "hush", "tie spy dissuade", "person", unless="privacy lawful", reach=1),
    _rule("talk-pursued", EXPRESSION, "talk", f"{_HARD} {_SOFT}", unless="heed protect own"),
    _rule("speech-pursued", EXPRESSION, "speech", f"{_HARD} report", unless="heed lawful protect own"),
    _rule("speech-recorded", EXPRESSION, "speech", _SOFT,
          unless=f"heed claim aid {_TRADE} lawful own protect"),
    _rule("speech-restrained", EXPRESSION, "critic remark voice", "restrict",
          unless="heed claim protect lawful own"),
    _rule("remark-pursued", EXPRESSION, "remark", f"{_HARD} {_SOFT}", shelter=_FRAMES),
    _rule("medium", EXPRESSION, "medium", "spy watch suppress", unless=f"own {_TRADE} lawful claim"),
    _rule("reading", EXPRESSION, "reading", "list spy record report punish watch suppress",
          "viewpoint contact belief dissent speech", unless="protect"),
    _rule("creed", EXPRESSION, "creed", "watch list punish tie spy record steer vet report",
          unless=f"{_TRADE} aid claim"),
    _rule("viewpoint-watched", EXPRESSION, "viewpoint", "spy", unless=f"heed claim {_TRADE} lawful own"),
    _rule("speech", EXPRESSION, "talk speech dissent hot", shelter=_FRAMES),
    _rule("views", EXPRESSION, "view", f"{_HARD} {_SOFT} express", shelter=_FRAMES),
    _rule("association", WATCH, "gathering contact watched medium", f"{_HARD} {_SOFT} express attend",
          shelter=f"{_FRAMES} {_SERVICE} wipe"),
    _rule("identity", BELIEF, "origin cult religion", f"{_HARD} {_SOFT} express attend",
          unless="benefit", shelter=f"{_FRAMES} {_SERVICE} wipe remedy"),
    _rule("piece", EXPRESSION, "piece", "spy report list punish dissuade steer", shelter=_FRAMES),
    _rule("covert", WATCH, "covert", f"{_HARD} {_SOFT}", shelter=_FRAMES),
    _rule("work-cleared", VETTING, "work", "vet", "restrict suppress punish",
          unless=f"lawful own {_TRADE} claim heed aid protect care"),
    _rule("people-probed", WATCH, "probe covert", "list record report tie", "person", shelter=_FRAMES),
    _rule("complainant-listed", WATCH, "claimant", "list tie", "spy agency dissuade"),
    _rule("people-listed", WATCH, "probe", "list", "person", shelter=_FRAMES),
    # a plain word for saying, and somebody loses by it or is written up for it
    _rule("utterance-punished", PUNISH, "utterance", "punish", unless="heed claim protect lawful"),
    _rule("utterance-spied-on", EXPRESSION, "utterance", "spy", shelter="heed protect privacy shielded lawful"),
    _rule("utterance-pursued", EXPRESSION, "utterance", "list tie report suppress dissuade restrict",
          unless="heed claim protect lawful own"),
    _rule("utterance-recorded", EXPRESSION, "utterance", "record steer", shelter=_FRAMES, reach=1),
    # a work is weighed by a viewpoint, whatever the act is called
    _rule("viewpoint-weighed", VETTING, "viewpoint", "work piece platform",
          f"{_HARD} {_SOFT} weigh express power", shelter=_FRAMES, reach=1),
    # who visits whom, who goes where: told to somebody
    _rule("life-watched", WATCH, "whereabouts", "spy list tie report record dissuade steer",
          shelter=f"heed claim care lawful own protect privacy {_TRADE}", reach=1),
    _rule("utterance-scored", EXPRESSION, "utterance", "watch", shelter=f"{_FRAMES} {_SERVICE}", reach=1),
    _rule("piece-punished", PUNISH, "piece", "punish", "folk", unless="heed protect lawful own claim safety"),
    _rule("utterance-vetted", VETTING, "utterance protest", "vet", unless="claim protect lawful own safety shielded"),
    _rule("unmasked", EXPRESSION, "unmask", unless="lawful shielded"),
    _rule("intimacy-exposed", WATCH, "intimate", "exposed", f"{_HARD} {_SOFT} express", unless="privacy heed"),
    # a column of a form, a file or a tag that holds what somebody is or believes; people parted by it
    _rule("field-kept", BELIEF, "field", unless="protect privacy shielded", shelter="wipe undo"),
    _rule("people-parted", WATCH, "sorted", f"{_HARD} {_SOFT}", unless="protect privacy shielded"),
    _rule("voice-silenced", EXPRESSION, "voice", "suppress spy dissuade", shelter=f"{_FRAMES} {_SERVICE}", reach=1),
    _rule("complainer-pursued", WATCH, "complainer", "spy list tie dissuade punish",
          unless="protect privacy lawful shielded"),
    _rule("shielded-then-pursued", WATCH, "echo", "tie spy dissuade list punish", unless=f"{_TRADE} aid protect undo wipe", reach=1),
)
# fmt: on
