"""Who said what. The way from a view of a Doc to quotes:

`verb_groups` finds the verbs of speaking with what belongs to them (`speech_acts`); the constructions in the table
of `grammar` make a `Candidate` of each statement, with its `Attribution`; `selection` settles those that overlap;
`speakers` says whom the attributions mean; `component` writes the records.

`clauses`, `frames`, `phrases` and `control` are what the constructions ask of the text: where a clause, a frame, a noun
phrase begins and ends, whose an infinitive is.
"""
