"""Trees in the scheme of the TIGER treebank (de_core_news_*) as UD trees over the same tokens.

TIGER makes function words heads, UD content words: of "hat in Köln getagt" TIGER has hat → getagt → in → Köln (head →
dependent), UD getagt → hat, getagt → Köln → in. The structure is turned here, from leaves to roots; the names of the
relations are data (lexicons/tiger_labels.tsv).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc

from newsents.lexicons import load_table
from newsents.reading.punctuation import attach_punctuation
from newsents.words.tags import NOUN_LIKE, PREPOSITIONS, PRONOMINAL_ADVERBS, PRONOUNS

SEIN = {
    "sein", "bin", "bist", "ist", "sind", "seid", "war", "warst", "waren", "wart", "sei", "seist", "seiest", "seien",
    "seiet", "wäre", "wärst", "wärest", "wären", "wärt", "gewesen",
}  # fmt: skip
WERDEN = {
    "werden", "werde", "wirst", "wird", "werdet", "wurde", "wurdest", "wurden", "wurdet", "würde", "würdest",
    "würden", "würdet", "worden", "geworden",
}  # fmt: skip
ADPOSITIONS = PREPOSITIONS | {"APPO"}
AUXILIARIES = frozenset({"VAFIN", "VAINF", "VAPP", "VAIMP", "VMFIN", "VMINF", "VMPP"})
NONFINITE = frozenset({"VVINF", "VVPP", "VAINF", "VAPP", "VMINF", "VMPP", "VVIZU"})
FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
NOMINAL = NOUN_LIKE | PRONOUNS | {"PRELS", "PWS", "PRF", "PPOSS"}
CORRELATES = PRONOMINAL_ADVERBS | {"PPER", "PDS"}


@cache
def find_tiger_labels() -> frozenset[str]:
    """Every edge label of the scheme."""
    return frozenset(row["label"] for row in load_table("tiger_labels.tsv"))


@cache
def find_relation(label: str, dependent: str, head: str) -> str:
    """("nk", "ART", "noun") → "det"."""
    for row in load_table("tiger_labels.tsv"):
        if row["label"] == label and row["head"] in ("*", head):
            dependents = row["dependent"].split()
            if dependents == ["*"] or dependent in dependents:
                return row["ud"]
    return "dep"


def convert_tiger(doc: Doc) -> tuple[list[int], list[str]]:
    """Heads and relations in UD of a Doc parsed in TIGER; a root is its own head."""
    tree = _Tree([t.text.lower() for t in doc], [t.tag_ for t in doc], [t.head.i for t in doc], [t.dep_ for t in doc])
    tree.turn_heads()
    tree.turn_coordinations()
    deps = tree.find_deps()
    words = [t.text for t in doc]
    for sentence in doc.sents:
        attach_punctuation(words, tree.heads, deps, sentence.start, sentence.end)
    return tree.heads, deps


class _Tree:
    """A tree that is being turned: `relations` holds those UD relations that the turning itself settles.

    `shells[i]` is the tag of the outermost function word that token i has replaced: VAFIN at "gesagt" in "hat gesagt".
    """

    def __init__(self, forms: Sequence[str], tags: Sequence[str], heads: list[int], labels: list[str]) -> None:
        self.forms, self.tags, self.heads, self.labels = forms, tags, heads, labels
        self.shells = list(tags)
        self.relations: dict[int, str] = {}
        self.kids: list[list[int]] = [[] for _ in heads]
        for i, head in enumerate(heads):
            if head != i:
                self.kids[head].append(i)

    def turn_heads(self) -> None:
        """Makes content words heads, from the leaves to the roots."""
        roots = [i for i, head in enumerate(self.heads) if head == i]
        top_down = list(roots)
        for i in top_down:
            top_down.extend(self.kids[i])
        for i in reversed(top_down):
            self._free_correlate(i)
            self._turn_head(i)

    def _turn_head(self, i: int) -> None:
        tag = self.tags[i]
        if self.labels[i] == "punct":  # a parser's mistake: marks have nothing below them
            for c in list(self.kids[i]):
                self._move(c, self.heads[i])
        elif tag in ADPOSITIONS:
            if nouns := self._kids(i, "nk"):
                self._replace(i, nouns[0], "case")
        elif tag in AUXILIARIES and (verb := self._find_lexical_verb(i)) is not None:
            is_passive = self.forms[i] in WERDEN and self.shells[verb] == "VVPP"
            self._replace(i, verb, "aux:pass" if is_passive else "aux")
        elif self.forms[i] in SEIN and (predicates := self._kids(i, "pd")):
            if self.shells[predicates[0]] not in FINITE:
                self._replace(i, predicates[0], "cop")
        elif tag in NOMINAL:
            self._turn_noun(i)

    def _turn_noun(self, i: int) -> None:
        """The heads become "Olaf" in "Olaf Scholz", "Euro" in "zwei Millionen Euro", "Ein-" in "Ein- und Ausgang"."""
        names = [c for c in self._kids(i, "pnc") if self.tags[c] in NOUN_LIKE]
        counted = [c for c in self._kids(i, "nk") if c > i and self.tags[c] == "NN"]
        numbers = self._kids(i, "nmc")
        cut = [c for cd in self._kids(i, "cd") if cd < i for c in self._kids(cd, "cj")]
        if names and names[0] < i:
            self._replace(i, names[0], "flat")
        elif numbers and counted:
            self._replace(i, counted[0], "nmod", keep=numbers)
        elif cut:
            conjunction = self.heads[cut[0]]
            self._move(cut[0], i)
            self._replace(i, cut[0], "conj", keep=[conjunction])
            self.relations[conjunction] = "cc"

    def _find_lexical_verb(self, i: int) -> int | None:
        """The verb below an auxiliary; "zu" is part of the verb group only below "sein" ("ist zu hören")."""
        for c in self._kids(i, "oc"):
            if self.shells[c] in NONFINITE and (not self._has_zu(c) or self.forms[i] in SEIN):
                return c
        return None

    def _free_correlate(self, i: int) -> None:
        """ "Es ist klar, dass …", "darauf, dass …": the clause belongs to the verb above the correlate."""
        if self.tags[i] not in CORRELATES or self.heads[i] == i:
            return
        for clause in self._kids(i, "re"):
            self._move(clause, self.heads[i])
            if self.tags[i] == "PPER":
                self.labels[clause] = self.labels[i]
                self.relations[i] = "expl"

    def _kids(self, i: int, label: str) -> list[int]:
        return [c for c in sorted(self.kids[i]) if self.labels[c] == label]

    def _has_zu(self, i: int) -> bool:
        return self.shells[i] == "VVIZU" or any(self.tags[c] == "PTKZU" for c in self.kids[i])

    def _move(self, i: int, head: int) -> None:
        self.kids[self.heads[i]].remove(i)
        self.kids[head].append(i)
        self.heads[i] = head

    def _replace(self, i: int, kid: int, relation: str, keep: Sequence[int] = ()) -> None:
        """`kid` takes the place of its head `i`, which hangs below it as `relation` and keeps the kids in `keep`."""
        for c in [c for c in self.kids[i] if c != kid and c not in keep]:
            self._move(c, kid)
        above = self.heads[i]
        self.kids[i].remove(kid)
        if above == i:
            self.heads[kid] = kid
        else:
            self.kids[above].remove(i)
            self.kids[above].append(kid)
            self.heads[kid] = above
        self.heads[i] = kid
        self.kids[kid].append(i)
        self.labels[kid], self.shells[kid] = self.labels[i], self.shells[i]
        self.labels[i] = ""
        self.relations[i] = relation

    def turn_coordinations(self) -> None:
        """The chain "Berlin ← Paris ← und ← Rom": every conjunct to the first, the conjunction to the one behind it."""
        waiting = [i for i, head in enumerate(self.heads) if head == i]
        while waiting:
            i = waiting.pop()
            first = self.heads[i] if self.relations.get(i) == "conj" else i
            conjuncts = self._kids(i, "cj")
            for conjunction in self._kids(i, "cd"):
                self.relations[conjunction] = "cc"
                joined = self._kids(conjunction, "cj")
                conjuncts += joined
                if joined:
                    self._move(joined[0], i)
                    self._move(conjunction, joined[0])
            waiting.extend(c for c in self.kids[i] if c not in conjuncts)
            waiting.extend(conjuncts)
            for c in conjuncts:
                self._move(c, first)
                self.relations[c] = "conj"

    def find_deps(self) -> list[str]:
        return [self._find_dep(i) for i in range(len(self.heads))]

    def _find_dep(self, i: int) -> str:
        head = self.heads[i]
        if head == i:
            return "root"
        if i in self.relations:
            return self.relations[i]
        relation = find_relation(self.labels[i], self._classify_dependent(i), self._classify_head(head))
        is_passive = relation in ("nsubj", "csubj") and any(
            self.relations.get(c) == "aux:pass" for c in self.kids[head]
        )
        return f"{relation}:pass" if is_passive else relation

    def _classify_dependent(self, i: int) -> str:
        if self.shells[i] in FINITE:
            return "clause"
        if self.tags[i] in NONFINITE:
            return "zu" if self._has_zu(i) else "nonfinite"
        if any(self.relations.get(c) == "case" for c in self.kids[i]):
            return "case"
        return self.tags[i]

    def _classify_head(self, i: int) -> str:
        if self.tags[i].startswith("V") or any(self.relations.get(c) == "cop" for c in self.kids[i]):
            return "verb"
        return "noun" if self.tags[i] in NOMINAL else "other"
