//! Is a bracket's content a speaker? (stand-in until the organizations land)
use std::ops::Range;

pub(crate) struct Position {
    pub after_stop: bool,
    pub repeated: usize,
    pub share: f64,
}
#[derive(PartialEq, Clone, Copy, Debug)]
pub(crate) enum Verdict {
    Speaker,
    NotSpeaker,
    Unknown,
}
pub(crate) struct Judgement {
    pub verdict: Verdict,
}
pub(crate) fn judge(label: &str, position: &Position) -> Judgement {
    let not = ["敬称略", "仮称", "税込", "現在", "参照", "から", "可能", "可", "程度", "案", "仮"];
    let org = [
        "課",
        "市",
        "町",
        "村",
        "病院",
        "院",
        "会",
        "校",
        "センター",
        "HWC",
        "所",
        "医療",
        "ST",
        "養護",
        "室",
        "局",
        "部",
        "県",
        "社協",
        "児相",
        "PTA",
        "大学",
        "園",
    ];
    let verdict = if not.iter().any(|n| label.ends_with(n)) {
        Verdict::NotSpeaker
    } else if org.iter().any(|o| label.ends_with(o)) || position.share > 0.5 && label.chars().count() < 9 {
        Verdict::Speaker
    } else {
        Verdict::Unknown
    };
    let _ = (position.after_stop, position.repeated);
    Judgement { verdict }
}
pub(crate) fn split_label(label: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    for part in label.split(['、', ',', '，']) {
        out.push(at..at + part.len());
        at += part.len() + label[at + part.len()..].chars().next().map_or(0, char::len_utf8);
    }
    out
}
