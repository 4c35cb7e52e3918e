"""How well what was found agrees with what people annotated: `newsents.score(found, gold)`."""
