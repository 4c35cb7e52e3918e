"""German words, without a Doc: what a word alone says, from the tables in `lexicons`.

`closed_classes`, `marks`, `tags`: small closed classes; `lemmas` (over `forms`), `conjugation`, `declension`: forms;
`speech`: verbs and nouns of speaking; `persons`, `gender`: nouns for persons; `bodies`, `known_names`, `places`: names;
`derivation`: which name a form comes from ("russischen", "US-Chef"); `spelling`: ways to write one name.
"""
