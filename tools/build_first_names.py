"""Builds newsents/lexicons/first_names.tsv: first names with the gender that (nearly) all their bearers have.

    python tools/build_first_names.py politicians.json.gz

Source of the names: members of German parliaments in Wikidata (CC0), and the project's own list below of frequent
first names in German and international news.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "newsents" / "lexicons" / "first_names.tsv"
OWN = {
    "female": """
        Agnes Agnieszka Aisha Alexandra Alice Alicia Aline Amélie Amy Ana Anastasia Andrea Angela Anja Anke Ann
        Anna Annatina Anne Annegret Annette Antonia Aylin Ayşe Barbara Beate Beatrice Bettina Birgit Brigitte
        Britta Camille Carla Carmen Carola Caroline Cécile Charlotte Chiara Christa Christiane Christina
        Christine Claire Clara Claudia Constanze Cornelia Corinna Dagmar Daniela Deborah Denise Diana Dilek
        Donatella Doris Dorothea Dorothee Edith Ekaterina Elena Eleni Elif Elisa Elisabeth Elizabeth Ella Ellen
        Elsbeth Elvira Emilia Emily Emine Emma Erika Erna Esra Esther Eva Evelyn Fatima Fatma Federica Felicitas
        Fiona Franca Francesca Franziska Françoise Frauke Frieda Friederike Gabriela Gabriele Gabrielle Gerda
        Gertrud Gesine Gisela Giorgia Giulia Greta Gudrun Hannah Hannelore Hanna Heide Heidi Heike Helen Helena
        Helene Helga Henriette Henrike Hilal Hilary Hilde Hillary Ida Ilse Imke Ineke Ines Ingeborg Ingrid Irene
        Irina Iris Isabel Isabella Isabelle Jacqueline Jana Jane Janet Janine Jasmin Jeanne Jelena Jennifer
        Jessica Johanna Josephine Judith Jule Julia Juliane Julie Jutta Kaja Kamala Karen Karin Karla Karolina
        Katarina Katharina Katherine Kathrin Katja Katrin Kerstin Kirsten Klara Kristin Kristina Lara Larissa
        Laura Lea Leila Lena Leonie Leyla Lina Linda Lisa Liselotte Liz Lotte Louise Lucia Lucy Luisa Luise
        Lydia Madeleine Magdalena Maja Malala Manuela Mareike Margaret Margarete Margit Margot Maria Marianne
        Marie Marina Marine Marion Marlene Marlies Marta Martha Martina Mary Mathilde Maya Mechthild Melanie
        Meike Melina Melissa Meryem Mette Michaela Michelle Miriam Mirjam Mona Monica Monika Nadia Nadine Nadja
        Nancy Natalia Natalie Nathalie Nicole Nina Nora Olena Olga Oksana Paola Patricia Paula Pauline Petra Pia
        Rachel Ramona Rebecca Regina Regula Renate Ricarda Rita Roberta Rosa Rosemarie Roxana Ruth Sabina Sabine
        Sabrina Samantha Sandra Sanna Sara Sarah Selin Seraina Sevim Sibylle Sigrid Silke Silvia Simone Sina
        Sofia Solveig Sonja Sophia Sophie Stefanie Stella Stephanie Susan Susanna Susanne Svenja Swantje
        Swetlana Sylvia Tamara Tanja Tatjana Teresa Thea Theresa Therese Tina Ulla Ulrike Ursula Uta Ute
        Valentina Valérie Vanessa Vera Verena Veronika Viktoria Viola Virginia Waltraud Wiebke Yasmin Yvonne
        Zeynep Zoe
    """,
    "male": """
        Aaron Abdul Abdullah Achim Adam Adrian Ahmad Ahmed Alain Alan Albert Alberto Albrecht Aldo Aleksandar
        Aleksander Alessandro Alexander Alexandre Alexei Alexej Alfons Alfred Ali Alois Alfredo Ameer Anders
        Andrei Andrej Andres Andrew Andrzej André Ansgar Anthony Anton Antonio Antony Antonis Antoine Armin Arno
        Arnold Arne Arthur Artur August Axel Barack Bashar Bastian Beat Ben Benedikt Benito Benjamin Bernard
        Bernd Bernhard Bert Bill Björn Bob Bodo Boris Brian Bruno Burkhard Can Carl Carlo Carlos Carsten Cem
        Cédric Charles Christian Christoph Christopher Claudio Claus Clemens Colin Cristiano Damian Daniel
        Daniele Danilo Dave David Davide Denis Dennis Detlef Detlev Diego Dieter Dietmar Dimitri Dirk Dmitri
        Dmitrij Dmitry Dmytro Dominic Dominik Donald Eberhard Eckart Eckhard Edgar Edmund Eduard Eduardo Edward
        Egon Elias Elmar Elon Emil Emmanuel Emre Enrico Eric Erich Erik Ernst Erwin Eugen Fabian Fabio Federico
        Felix Ferdinand Fernando Finn Flavio Florian Flurin Francesco Francis Francisco Franck Frank Franz
        François Frederik Fridolin Friedrich Fritz Gabriel Gavin Geert Georg George Gerald Gerd Gerhard Gernot
        Gert Giacomo Gianni Giovanni Giuseppe Gordon Götz Gottfried Graham Gregor Guido Guillaume Günter Günther
        Gunther Gunnar Gustav Hakan Hamid Hannes Hans Harald Harry Hartmut Hasan Hassan Heiko Heiner Heinrich
        Heinz Helmut Hendrik Henning Henri Henrik Henry Herbert Hermann Holger Horst Hubert Hubertus Hugo
        Hussein Ian Ibrahim Ignazio Igor Ilham Immanuel Imran Ingo Isaac Ismail Ivan Iwan Jack Jacob Jacques
        Jakob James Jan Janez Janis Jannik Jason Javier Jean Jeff Jens Jeremy Jerome Jesper Jesús Jim Jimmy Jiří
        Joachim Jochen Joe Johann Johannes John Jon Jonas Jonathan Jordi Jörg Jörn Jorge José Josef Joseph
        Joshua Juan Juha Julian Julius Jürgen Juri Jurij Justin Kai Karim Karl Karsten Kaspar Keir Kemal Ken
        Kevin Klaus Knut Konrad Konstantin Kurt Kyriakos Lars Laurent Leo Leon Leonard Leonardo Leonid Leopold
        Lionel Lorenz Lorenzo Lothar Louis Luca Lucas Ludger Ludwig Luigi Luis Lukas Luka Lutz Maik Malik
        Manfred Manuel Marc Marcel Marco Marcus Marek Marian Mario Marius Mark Marko Markus Martin Marvin
        Massimo Mateusz Mathias Matteo Matthew Matthias Mauro Max Maxim Maximilian Mehmet Michael Michail Michel
        Miguel Mike Mikhail Mirko Mohamed Mohammad Mohammed Moritz Murat Mustafa Naftali Nathan Nicolas Niklas
        Nikol Nikola Nikolai Nikolaj Nikolaus Nikolas Nils Norbert Okan Olaf Oleg Oleksandr Oleksij Oliver
        Olivier Omar Oscar Oskar Oswald Othmar Otto Ottmar Pablo Paolo Pascal Patrick Paul Paulo Pavel Pavlo
        Pawel Pedro Peer Peter Petr Petro Phil Philip Philipp Philippe Pierre Pietro Piotr Rafael Rainer Ralf
        Ralph Ramsan Raphael Raúl Recep Reiner Reinhard Reinhold Reto Ricardo Richard Rico Rishi Roberto Robert
        Rodrigo Roger Roland Rolf Roman Ron Ronald Ruben Rudi Rudolf Rüdiger Rupert Samir Samuel Sandro Saulius
        Scott Sebastian Sepp Serge Sergei Sergej Sergio Serhii Serhij Severin Siegfried Siegmar Sigmar Silvio
        Simon Slobodan Sören Stanislaw Stavros Stefan Steffen Stephan Stephen Steve Steven Sven Tarek Tariq
        Thaddäus Theo Theodor Thilo Thomas Thorsten Tibor Till Tilman Tim Timo Timothy Tobias Tom Tomas Tomasz
        Tomáš Toni Tony Torben Torsten Udo Ueli Ulf Uli Ulrich Urs Uwe Valentin Viktor Vincent Vincenzo Vitali
        Vladimir Volker Volodymyr Waldemar Walter Werner Wilfried Wilhelm William Willi Willy Winfried Wladimir
        Wolf Wolfgang Wolfram Wolodymyr Xavier Yannick Yusuf Yves
    """,
}  # fmt: skip


SHARED = {"Alex", "Chris", "Eike", "Joan", "Jean", "Kim", "Nicola", "Robin", "Sam", "Sascha", "Toni", "Uli", "Mika"}


def count_names(path: Path) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for person in json.loads(gzip.decompress(path.read_bytes())):
        first = person["label"].split()[0]
        if person.get("gender") in ("female", "male") and len(first) > 1 and not first.endswith("."):
            counts.setdefault(first, Counter())[person["gender"]] += 1
    return counts


def main(path: Path) -> None:
    genders: dict[str, str] = {}
    for name, counts in count_names(path).items():
        gender, number = counts.most_common(1)[0]
        if number >= 0.9 * counts.total():
            genders[name] = gender
    own = {gender: set(names.split()) for gender, names in OWN.items()}
    for gender, names in own.items():
        genders.update(dict.fromkeys(names, gender))
    for name in (own["female"] & own["male"]) | SHARED:
        genders.pop(name, None)
    lines = [f"{name}\t{gender}" for name, gender in sorted(genders.items())]
    head = (
        "# First names with the gender of (nearly) all their bearers. Source: members of German parliaments",
        "# in Wikidata (CC0) and own work (MIT), by tools/build_first_names.py.",
        "name\tgender",
    )
    OUT.write_text("\n".join((*head, *lines, "")), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
