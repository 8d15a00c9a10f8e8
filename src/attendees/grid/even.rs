//! Lines of names and nothing else: `石川健夫　水野正樹`, `丸山　花子　田村　洋子`, `大　坪　健　二　　関　　　太　郎`.

use std::ops::Range;

use crate::attendees::item::may_be_named;
use crate::attendees::together::words;
use crate::lexicon::{forms, roles};
use crate::line::columns;
use crate::link::shape::Shape;
use crate::span::is_space;
use crate::values::person_name::{is_name_shaped, is_whole_name, key};

/// More words make no line of a list.
const MOST_WORDS: usize = 24;

/// Whom such a line names, two or more; none where it may be read in another way.
pub(in crate::attendees) fn names(line: &str) -> Option<Vec<Range<usize>>> {
    let words = words(line);
    let letters = |word: &Range<usize>| is_name_shaped(&line[word.clone()]) && !is_other(&line[word.clone()]);
    if !(2..=MOST_WORDS).contains(&words.len()) || !words.iter().all(letters) {
        return None;
    }
    if words.iter().filter(|word| is_single(&line[(*word).clone()])).count() * 2 > words.len() {
        return letters_apart(line, &words);
    }
    whole_names(line, &words).or_else(|| families(line, &words)).or_else(|| pairs(line, &words))
}

/// Whether a word stands in lists and is nobody's name: `委員`, `総務課`, `医師会`, `議題`.
fn is_other(word: &str) -> bool {
    let body = forms::of(word).is_some_and(|form| form.plain && form.suffix.chars().nth(1).is_some());
    let body = body || Shape::of(word).is_government() && !roles::is_surname(word);
    roles::at_end(word).is_some() || body || roles::is_heading(word)
}

/// Whether the letters are a family name that is known and a given one.
fn is_whole(word: &str) -> bool {
    let letters = key(word);
    (2..=7).contains(&letters.chars().count()) && is_whole_name(&letters)
}

fn is_single(word: &str) -> bool {
    word.chars().nth(1).is_none()
}

/// `石川健夫　水野正樹　鎗沢武`: each word is a whole name; of one in three no list need have the family name.
fn whole_names(line: &str, words: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let long = |word: &Range<usize>| (3..=6).contains(&line[word.clone()].chars().count());
    let free = |word: &&Range<usize>| !roles::begins_department(&line[(*word).clone()]);
    let known = words.iter().filter(|word| is_whole(&line[(*word).clone()])).filter(free).count();
    (words.iter().all(long) && known * 3 >= words.len() * 2).then(|| words.to_vec())
}

/// `村岡 佐伯 仁木`, `中村　木村`: family names; of two the second is nobody's given name.
fn families(line: &str, words: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    /// Family names that are given ones too.
    const GIVEN: [&str; 16] = [
        "和泉", "真弓", "美里", "大樹", "美樹", "由紀", "有紀", "千秋", "若葉", "久美", "真咲", "重信", "光武", "国武",
        "重光", "国広",
    ];
    let family = |word: &Range<usize>| !is_single(&line[word.clone()]) && roles::is_surname(&line[word.clone()]);
    let even = gaps(line, words).windows(2).all(|pair| pair[0] == pair[1]);
    let second = !GIVEN.contains(&&line[words[1].clone()]);
    (even && words.iter().all(family) && (words.len() > 2 || second)).then(|| words.to_vec())
}

/// `丸山　花子　田村　洋子`: a family name, a given name, and so on; the gaps within a name are no wider than those between.
fn pairs(line: &str, words: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    if words.len() < 4 || words.len() % 2 == 1 {
        return None;
    }
    let gaps = gaps(line, words);
    let within = gaps.iter().step_by(2).max()?;
    let between = gaps.iter().skip(1).step_by(2).min()?;
    let word = |at: usize| &line[words[at].clone()];
    let count = words.len() / 2;
    let families = (0..count).filter(|at| roles::is_surname(word(at * 2))).count();
    let given = (0..count).filter(|at| !roles::is_surname(word(at * 2 + 1)) || is_single(word(at * 2 + 1))).count();
    let short = (0..words.len()).all(|at| word(at).chars().count() <= 4);
    let sure = families * 4 >= count * 3 && given * 4 >= count * 3 && short && within <= between;
    sure.then(|| words.chunks(2).map(|pair| pair[0].start..pair[1].end).collect())
}

/// `山 田　鈴 木`, `大　坪　健　二　　関　　　太　郎`: letters apart, and the names as wide as each other or wider apart.
fn letters_apart(line: &str, words: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let cell = |from: usize, to: usize| words[from].start..words[to - 1].end;
    let gaps = gaps(line, words);
    let mut widths: Vec<usize> = gaps.clone();
    widths.sort_unstable();
    widths.dedup();
    // The narrowest gap that stays within a name.
    for limit in &widths {
        let cuts: Vec<usize> = (1..words.len()).filter(|at| gaps[at - 1] > *limit).collect();
        let starts = std::iter::once(0).chain(cuts.iter().copied());
        let cells: Vec<Range<usize>> =
            starts.zip(cuts.iter().copied().chain([words.len()])).map(|(from, to)| cell(from, to)).collect();
        let letters = |cell: &Range<usize>| key(&line[cell.clone()]);
        let all = |test: fn(&str) -> bool| cells.iter().all(|cell| test(&letters(cell)));
        let family = |word: &str| !is_single(word) && roles::is_surname(word);
        if cells.len() >= 2 && (all(family) || are_whole(line, &cells)) {
            return Some(cells);
        }
    }
    of_one_width(line, words)
}

/// The one way to part the letters into whole names that are all as wide as each other.
fn of_one_width(line: &str, words: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let wide = |from: usize, to: usize| columns(&line[words[from].start..words[to - 1].end]);
    let of_width = |width: usize| {
        let (mut cells, mut from) = (Vec::new(), 0);
        while from < words.len() {
            let to = (from + 1..=words.len()).find(|to| wide(from, *to) >= width)?;
            let cell = words[from].start..words[to - 1].end;
            (wide(from, to) == width).then_some(())?;
            cells.push(cell);
            from = to;
        }
        (cells.len() >= 2 && are_whole(line, &cells)).then_some(cells)
    };
    let mut found = (1..words.len()).filter_map(|to| of_width(wide(0, to)));
    found.next().filter(|_| found.next().is_none())
}

/// Whether all are whole names; of half of them no list need have the family name.
fn are_whole(line: &str, cells: &[Range<usize>]) -> bool {
    let letters = |cell: &Range<usize>| key(&line[cell.clone()]);
    let known = cells.iter().filter(|cell| is_whole(&letters(cell))).count();
    let shaped = |cell: &Range<usize>| {
        let letters = letters(cell);
        is_whole(&letters) || (3..=5).contains(&letters.chars().count()) && may_be_named(&letters)
    };
    known * 2 >= cells.len() && cells.iter().all(shaped)
}

/// How wide the white space between the words is.
fn gaps(line: &str, words: &[Range<usize>]) -> Vec<usize> {
    let between = |pair: &[Range<usize>]| &line[pair[0].end..pair[1].start];
    words.windows(2).map(|pair| columns(between(pair))).collect()
}

/// The role before the names of a line and where they begin: `委員　　丸山　花子　田村　洋子`, `副 会 長　石　川　正　次`.
pub(in crate::attendees) fn behind_role(line: &str) -> (Option<Range<usize>>, usize) {
    let words = words(line);
    let letters = |count: usize| line[..words[count - 1].end].replace(is_space, "");
    let role = |count: &usize| {
        let apart = *count == 1 || words[..*count].iter().all(|word| is_single(&line[word.clone()]));
        apart && roles::at_end(&letters(*count)).is_some_and(|(at, role)| at == 0 && role != roles::Role::Honorific)
    };
    match (1..words.len().min(6)).rev().find(role) {
        Some(count) => (Some(0..words[count - 1].end), words[count].start),
        None => (None, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<String> {
        names(line).unwrap_or_default().into_iter().map(|name| key(&line[name])).collect()
    }

    #[test]
    fn a_line_of_names_is_parted_where_its_own_gaps_part_it() {
        assert_eq!(read("早川義男　野口誠一 近藤和信"), ["早川義男", "野口誠一", "近藤和信"]);
        assert_eq!(read("村岡 佐伯 仁木"), ["村岡", "佐伯", "仁木"]);
        assert_eq!(read("中村　木村"), ["中村", "木村"]);
        assert_eq!(read("丸山　花子　田村　洋子"), ["丸山花子", "田村洋子"]);
        assert_eq!(read("山 田　鈴 木　佐 藤"), ["山田", "鈴木", "佐藤"]);
        assert_eq!(read("大　坪　健　二　　関　　　太　郎"), ["大坪健二", "関太郎"]);
        assert_eq!(read("高　橋　正　一　　亀　田　　　茂"), ["高橋正一", "亀田茂"]);
    }

    #[test]
    fn what_may_be_one_person_or_none_is_not_parted() {
        for line in ["島　翔太", "中村　真弓", "山　田　太　郎", "総務課　福祉課", "出席 欠席", "委員 山田"]
        {
            assert_eq!(read(line), Vec::<String>::new(), "{line}");
        }
    }
}
