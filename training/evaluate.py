"""Measures the shipped pipeline on gold trees, on sentence boundaries, and on own sentences with names kept for it.

    python -m training.evaluate --data DATA

Gold tokens go in (contractions as one token), one sentence a Doc. Heads are counted for all tokens, punctuation
included; where a tree was cut into two sentences, the cut counts as a wrong head. Sentence boundaries: the sentences of
each corpus, ten by ten, as paragraphs.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newsents.analysis.labelling import find_chunks
from newsents.annotations import NAMES

from .corpora import Sentence, read_boundaries, read_germeval, read_names, read_ud


def count_syntax(nlp: Language, sentences: list[Sentence]) -> Counter[str]:
    """Hits and totals ("LAS", "LAS/all") of every layer that the gold has."""
    counts: Counter[str] = Counter()
    docs = nlp.pipe(Doc(nlp.vocab, words=s.words) for s in sentences)
    for s, doc in zip(sentences, docs, strict=True):
        for i, token in enumerate(doc):
            head = 0 if token.head.i == i else token.head.i + 1
            label = "root" if token.dep_ == "ROOT" else token.dep_
            facts = {"UAS": head == s.heads[i], "LAS": (head, label) == (s.heads[i], s.deprels[i])}
            facts["UPOS"] = token.pos_ == s.upos[i]
            if s.xpos:
                facts["STTS"] = token.tag_ == s.xpos[i]
            feats = s.feats[i] or {}
            for name in ("Mood", "Case", "Gender", "Number", "Person", "Tense"):
                if name in feats:
                    facts[name] = token.morph.get(name, []) == [feats[name]]
            if feats.get("Mood") == "Sub":
                facts["Mood=Sub"] = facts["Mood"]
            for name, right in facts.items():
                counts[name] += right
                counts[f"{name}/all"] += 1
    return counts


def count_boundaries(nlp: Language, sentences: list[Sentence]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for at in range(0, len(sentences), 10):
        group = sentences[at : at + 10]
        doc = nlp(Doc(nlp.vocab, words=[w for s in group for w in s.words]))
        gold, start = set(), 0
        for s in group:
            gold.add(start)
            start += len(s.words)
        found = {s.start for s in doc.sents}
        counts.update(tp=len(gold & found) - 1, fp=len(found - gold), fn=len(gold - found))
    return counts


def count_names(nlp: Language, sentences: list[Sentence]) -> dict[str, Counter[str]]:
    """Found, gold and right outer names by class, "all" without OTH; the network alone, without the entity rules."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for s, doc in zip(sentences, nlp.pipe(Doc(nlp.vocab, words=s.words) for s in sentences), strict=True):
        gold = set(find_chunks(s.outer or []))
        spans = {(span.start, span.end, span.label_.replace("MISC", "OTH")) for span in doc.spans[NAMES]}
        found = {a for a in spans if not any(b != a and b[0] <= a[0] and a[1] <= b[1] for b in spans)}
        for kind, chunks in (("gold", gold), ("found", found), ("right", gold & found)):
            for _, _, label in chunks:
                counts[label][kind] += 1
                counts["all"][kind] += not label.startswith("OTH")
    return counts


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, required=True)
    args = options.parse_args()
    nlp = spacy.blank("de")
    nlp.add_pipe("newsents_analyser")
    trees = list(read_ud(args.data / "ud/dev.conllu"))
    for origin in ("gsd", "pud", "all"):
        counts = count_syntax(nlp, [s for s in trees if origin in (s.origin, "all")])
        names = [n for n in counts if not n.endswith("/all")]
        print(
            origin,
            "  ".join(f"{n} {100 * counts[n] / counts[n + '/all']:.1f} (of {counts[n + '/all']})" for n in names),
        )
    found = count_names(nlp, list(read_names(Path(__file__).parent / "sentences/names_dev.txt")))
    f1 = {label: 200 * c["right"] / (c["gold"] + c["found"]) for label, c in found.items()}
    print("own names, F1", "  ".join(f"{label} {f1[label]:.1f} (of {found[label]['gold']})" for label in sorted(f1)))
    own = [s for s in read_boundaries(Path(__file__).parent / "sentences/boundaries.txt") if s.words]
    names = list(read_germeval(args.data / "ner/germeval2014.dev.iob2"))
    for title, sentences in (("UD dev", trees), ("GermEval dev", names), ("own (trained on)", own)):
        c = count_boundaries(nlp, sentences)
        print(f"sentence starts, {title}: F1 {200 * c['tp'] / (2 * c['tp'] + c['fp'] + c['fn']):.1f}")


if __name__ == "__main__":
    main()
