//! Names of fields that an extractor put right before their values: `日時平成30年…⏎場所市役所３階`.

use crate::line::Line;
use crate::pattern::Pattern;

/// Within how many lines of the beginning fields stand.
const HEAD: usize = 60;

/// How the fields of a document are glued to their values: whether a number stands before each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Glued {
    numbered: bool,
    /// The source byte at which something is told first, where the head is over.
    end: usize,
}

/// Whether the document's date shows that its fields are glued: no author writes `日時平成30年…`.
pub(super) fn glued(body: &[Line], source: &str) -> Option<Glued> {
    static DATE: Pattern = Pattern::new(
        r"^(?<number>[0-9０-９]{1,2}[\s　.．、]*)?(?:会議)?(?:(?:開催|実施)?日時|開催日|期日)(?:令和|平成|昭和|[12][0-9]{3}\s*年)",
    );
    let head = &body[..body.len().min(HEAD)];
    let dated = head
        .iter()
        .filter(|line| line.text(source).contains('日'))
        .find_map(|line| DATE.captures(line.text(source)))?;
    let told = head.iter().find(|line| line.text(source).contains('。'));
    let end = told.map_or_else(|| head.last().map_or(0, |last| last.span.end), |told| told.span.end);
    Some(Glued { numbered: dated.name("number").is_some(), end })
}

impl Glued {
    /// Where the value begins in a line of the head that is a field.
    pub fn cut(self, line: &Line, source: &str) -> Option<usize> {
        static NAME: Pattern = Pattern::new(concat!(
            r"^(?<number>[0-9０-９]{1,2}[\s　.．、]*)?",
            r"(?:(?:会議の?)?(?:開催)?(?:場所|会場)|ところ|出席(?:者|委員)|欠席(?:者|委員)|傍聴(?:者|人)数?|事務局|会議次第|(?:会議の)?(?:議題|案件)|付議案件|(?:審議|協議)事項|(?:配[布付]|会議|提出)資料|会議の?内容|会議の?結果|議事の?内容)",
            r"(?<value>[^\s　：:（(【〔［\[<＜〈・、。のをはがにと】）)|｜].*|[（(][1１][)）].*)$",
        ));
        if line.span.start >= self.end {
            return None;
        }
        let caught = NAME.captures(line.text(source))?;
        let numbered = caught.name("number").is_some();
        // 出席者名簿, 傍聴者数: another name.
        let other = |value: &str| ["名", "数", "一覧", "等", "及び", "録"].iter().any(|word| value.starts_with(word));
        let value = caught.name("value").filter(|value| numbered == self.numbered && !other(value.as_str()));
        value.map(|value| value.start())
    }
}
