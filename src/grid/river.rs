//! White rivers: where a stretch that many rows cover is two columns, though the river between them bends.

use super::atom::{CORE, OVERHANG, Stretch};
use super::word::Word;

/// A core is divided where several lines have a gap and hardly a word reaches over it: a river that bends a little.
pub(super) fn parted(core: Stretch, lines: Vec<Vec<Word>>, rows: usize) -> Vec<Stretch> {
    let Some(river) = river(core, &lines, rows) else { return vec![core] };
    let is_left = |word: &Word| word.start + word.end < 2 * river;
    let (left, right): (Vec<Vec<Word>>, Vec<Vec<Word>>) =
        lines.into_iter().map(|words| words.into_iter().partition(is_left)).unzip();
    let mut out = parted((core.0, river), left, rows);
    out.extend(parted((river, core.1), right, rows));
    out
}

/// The words that touch a core, line by line.
pub(super) fn touching(core: Stretch, lines: &[&[Word]]) -> Vec<Vec<Word>> {
    let words = |words: &&[Word]| {
        let inside = &words[words.partition_point(|word| word.end <= core.0)..];
        inside[..inside.partition_point(|word| word.start < core.1)].to_vec()
    };
    lines.iter().map(words).filter(|words: &Vec<Word>| !words.is_empty()).collect()
}

/// Where many lines have a gap inside a core, if hardly any word reaches far over that place.
fn river(core: Stretch, lines: &[Vec<Word>], rows: usize) -> Option<usize> {
    let width = core.1 - core.0;
    let mut gaps = vec![0_isize; width + 1];
    let mut far = vec![0_isize; width + 1];
    let add = |steps: &mut Vec<isize>, from: usize, to: usize| {
        let (from, to) = (from.clamp(core.0, core.1), to.clamp(core.0, core.1));
        if from < to {
            steps[from - core.0] += 1;
            steps[to - core.0] -= 1;
        }
    };
    for words in lines {
        for pair in words.windows(2) {
            add(&mut gaps, pair[0].end.saturating_sub(OVERHANG), pair[1].start + OVERHANG + 1);
        }
        for word in words {
            add(&mut far, word.start + OVERHANG + 1, word.end.saturating_sub(OVERHANG));
        }
    }
    let enough = (rows * CORE).div_ceil(100).max(2) as isize;
    let (mut open, mut over) = (0, 0);
    let mut best: Option<(isize, usize)> = None;
    for at in 0..width {
        open += gaps[at];
        over += far[at];
        let inner = at > 0 && open >= enough && over * 10 <= open;
        if inner && best.is_none_or(|(most, _)| open - over > most) {
            best = Some((open - over, core.0 + at));
        }
    }
    let (_, first) = best?;
    Some(straightest(first, core, lines))
}

/// The place near a river's beginning over which words reach least.
fn straightest(first: usize, core: Stretch, lines: &[Vec<Word>]) -> usize {
    let words: Vec<&Word> = lines.iter().flat_map(|words| words.iter()).collect();
    let near = first..=(first + 2 * OVERHANG).min(core.1 - 1);
    near.min_by_key(|column| bends(&words, *column).0).unwrap_or(first)
}

/// A core under several headers is divided between them where its words leave room for a bent river.
pub(super) fn split(core: Stretch, middles: &[usize], lines: &[&[Word]]) -> Vec<Stretch> {
    let inside: Vec<usize> = middles.iter().copied().filter(|middle| (core.0..core.1).contains(middle)).collect();
    if inside.len() < 2 {
        return vec![core];
    }
    let words: Vec<&Word> = lines.iter().flat_map(|words| words.iter()).collect();
    let touching: Vec<&Word> = words.into_iter().filter(|word| word.start < core.1 && core.0 < word.end).collect();
    let mut out = Vec::new();
    let mut rest = core;
    for pair in inside.windows(2) {
        let river = (pair[0] + 1..=pair[1]).min_by_key(|column| bends(&touching, *column).0);
        if let Some(river) = river.filter(|river| bends(&touching, *river).1 * 10 <= touching.len()) {
            out.push((rest.0, river));
            rest.0 = river;
        }
    }
    out.push(rest);
    out
}

/// By how much words reach over a column, and how many reach too far over it.
fn bends(words: &[&Word], column: usize) -> (usize, usize) {
    let over = words.iter().filter(|word| word.start < column && column < word.end);
    over.map(|word| (column - word.start).min(word.end - column))
        .fold((0, 0), |(sum, far), reach| (sum + reach.min(OVERHANG * 2), far + usize::from(reach > OVERHANG)))
}
