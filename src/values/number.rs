//! Numbers as minutes write them, and lists and ranges of them.

/// No label counts further, and sums of what we read stay far from the end of their type.
const LARGEST: u32 = 9_999_999;

/// The longest range that a label may span; a longer one is a misprint.
const LONGEST_RANGE: u32 = 50;

/// The value of a number in half-width, full-width, circled or bracketed digits: `１２`, `⑫`, `⑿` → 12.
pub(crate) fn number(text: &str) -> Option<u32> {
    let mut value: Option<u32> = None;
    for c in text.chars() {
        if let Some(whole) = enclosed(c) {
            return Some(whole);
        }
        if let Some(digit) = digit(c) {
            value = Some(value.unwrap_or(0) * 10 + digit).filter(|value| *value <= LARGEST);
            value?;
        }
    }
    value
}

/// The number by which a label counts on: `４－２` → 2, `（３）` → 3.
pub(crate) fn place_in_series(label: &str) -> Option<u32> {
    let dash = label.rfind(['-', '－', '‐', '−', '―']).filter(|_| label.starts_with(|c| digit(c).is_some()));
    number(dash.map_or(label, |at| &label[at..]))
}

/// The numbers of a label: `【№３、４】` → 3, 4; `№３～５` → 3, 4, 5. A range that runs backwards gives its two ends.
pub(crate) fn numbers(text: &str) -> Vec<u32> {
    let is_range = |c: char| matches!(c, '～' | '〜' | '~' | '－' | '‐' | '–' | '—' | '―' | '−' | 'ー' | '-');
    let mut found = Vec::new();
    let mut range = false;
    let mut rest = text;
    while let Some(at) = rest.find(|c| digit(c).is_some() || is_range(c)) {
        let part = &rest[at..];
        let length = part.find(|c| digit(c).is_none()).unwrap_or(part.len());
        if length == 0 {
            range = !found.is_empty();
            rest = part.trim_start_matches(is_range);
            continue;
        }
        rest = &part[length..];
        let Some(value) = number(&part[..length]) else { continue };
        let last = found.last().copied().unwrap_or(0);
        if std::mem::take(&mut range) && last < value && value - last <= LONGEST_RANGE {
            found.extend(last + 1..=value);
        } else {
            found.push(value);
        }
    }
    found
}

/// A small number in digits or in ideographs, as dates write it: `17`, `十七`, `元` → 1.
pub(crate) fn small(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let mut value = 0;
    for c in text.chars() {
        match "〇一二三四五六七八九".chars().position(|digit| digit == c) {
            Some(at) => value = if value % 10 == 0 { value + at as u32 } else { value * 10 + at as u32 },
            None if c == '十' => value = value.max(1) * 10,
            None if c == '元' => return Some(1),
            None => return None,
        }
    }
    (value > 0 || text == "〇").then_some(value)
}

fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

fn enclosed(c: char) -> Option<u32> {
    let rows = [
        ('①', '⑳', 1),
        ('㉑', '㉟', 21),
        ('㊱', '㊿', 36),
        ('➀', '➉', 1),
        ('➊', '➓', 1),
        ('❶', '❿', 1),
        ('⓵', '⓾', 1),
        ('⑴', '⒇', 1),
        ('⒈', '⒛', 1),
        ('Ⅰ', 'Ⅻ', 1),
    ];
    let row = rows.iter().find(|(first, last, _)| (*first..=*last).contains(&c))?;
    Some(c as u32 - row.0 as u32 + row.2)
}

/// The place of a letter that numbers a heading: `（イ）` → 2, `ウ` → 3, `Ｂ` → 2, `十二` → 12.
pub(crate) fn letter(label: &str) -> Option<u32> {
    const KANA: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    let bare = label.trim_matches(['（', '(', '）', ')']);
    let mut chars = bare.chars();
    let (first, more) = (chars.next()?, chars.next().is_some());
    let kana = KANA.chars().position(|c| c == first && !more).and_then(|at| u32::try_from(at + 1).ok());
    let latin = || {
        ('A'..='Z').chain('Ａ'..='Ｚ').position(|c| c == first && !more).and_then(|at| u32::try_from(at % 26 + 1).ok())
    };
    kana.or_else(latin).or_else(|| small(bare).filter(|_| bare.chars().all(|c| "一二三四五六七八九十".contains(c))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_digit_style_gives_its_value() {
        let cases = [("（１）", 1), ("⑫", 12), ("➂", 3), ("㉑", 21), ("⑶", 3), ("【No.12】", 12)];
        for (text, value) in cases {
            assert_eq!(number(text), Some(value), "{text}");
        }
        assert_eq!(number("その他"), None);
        assert_eq!(
            [number("Ⅳ"), letter("（イ）"), letter("ウ"), letter("十二")],
            [Some(4), Some(2), Some(3), Some(12)]
        );
        assert_eq!([letter("アイ"), letter("研修")], [None, None]);
        assert_eq!([letter("Ｂ"), letter("C"), letter("Ｂ班")], [Some(2), Some(3), None]);
    }

    #[test]
    fn ranges_are_spelled_out() {
        assert_eq!(numbers("【№３、４】"), [3, 4]);
        assert_eq!(numbers("【№３～５】"), [3, 4, 5]);
        assert_eq!(numbers("【№１、４～６】"), [1, 4, 5, 6]);
        assert_eq!(numbers("№９～３"), [9, 3]);
    }
}
