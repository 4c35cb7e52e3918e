#!/bin/sh
# The whole training, from the pretrained encoder to the model folder; a second call goes on where the first was cut.
#
#     sh training/run.sh DATA WORK        then: python -m training.export … (see training/README.md)
set -eu
data=$1 work=$2
mkdir -p "$work"
common="--data $data --vocabulary $work/vocabulary.json --clusters $work/clusters.npz"

[ -e "$work/vocabulary.json" ] || python -m training.vocabulary --data "$data" --out "$work/vocabulary.json"
[ -e "$work/clusters.npz" ] || python -m training.clusters --out "$work/clusters.npz"
[ -e "$work/text.txt" ] || python -m training.text --data "$data" --out "$work/text.txt"

# a network of all tasks, from which the teachers start
python -m training.train $common --out "$work/base" --task all --epochs 4 --seed 1
# teachers of names, one of them from the pretrained encoder, one with shorter windows; two teachers of syntax
names="--task names"
python -m training.train $common $names --out "$work/names11" --start "$work/base/model.pt" --epochs 3 --lr 1.2e-4 --seed 11
python -m training.train $common $names --out "$work/names12" --epochs 3.5 --seed 12
python -m training.train $common $names --out "$work/names13" --start "$work/base/model.pt" --epochs 3 --lr 1.2e-4 --seed 13 \
    --window 96 --per-batch 14
for seed in 21 22; do
    python -m training.train $common --out "$work/syntax$seed" --task syntax --start "$work/base/model.pt" \
        --epochs 1 --ud-repeats 10 --seed $seed
done
[ -e "$work/soft.pt" ] || python -m training.teach $common --text "$work/text.txt" \
    --names "$work/names11" "$work/names12" "$work/names13" --syntax "$work/syntax21" "$work/syntax22" --out "$work/soft.pt"

# the student: eight of the twelve layers, six of which read words
layers=0,1,3,4,6,7,9,11
python -m training.train $common --out "$work/small" --task all --start "$work/base/model.pt" --layers $layers --merge 2 \
    --epochs 1.2 --seed 31
[ -e "$work/narrow" ] || python -m training.narrow $common --run "$work/small" --inner 1152 --out "$work/narrow"
python -m training.train $common --out "$work/student" --task all --start "$work/narrow/model.pt" --layers $layers --merge 2 \
    --soft "$work/soft.pt" --epochs 7.4 --lr 1.8e-4 --seed 32
