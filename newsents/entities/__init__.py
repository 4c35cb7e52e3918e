"""From a Doc with tags and marked names to entity records. The way, as `component` goes it:

- `finders`: what the analysis marked, cleaned (`analysed`), a user's own names (`patterns`), press titles (`press`),
  names by their shape (`shapes`), repetitions (`repetition`), short forms in brackets (`abbreviations`);
  each makes a `names.Name`, with what the words around it say (`surroundings`, `compounds`);
- `joining`: parts that are one name; `naming`: its nominative or base;
- `consistency`: one kind for a name in the whole article, clubs and namesakes;
- `resolution`: which names mean one thing, by a list of decisions;
- `people`: roles, gender and affiliations of persons; `links`: which real things the entities are.
"""
