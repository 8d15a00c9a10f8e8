//! `（意見）` above several points: each is what somebody says.

use crate::line::Line;
use crate::rules::is_bullet;
use crate::span::Span;
use crate::verbatim::{Head, Voice};

/// The heads, where one that stands alone above points has become one for each.
pub(super) fn divided(heads: Vec<Head>, body: &[Line], source: &str) -> Vec<Head> {
    let mut all: Vec<Head> = Vec::with_capacity(heads.len());
    let mut heads = heads.into_iter().peekable();
    while let Some(head) = heads.next() {
        let end = heads.peek().map_or(body.len(), |next| next.line);
        let below = points(&head, &body[..end], source);
        // One point is a text like any other.
        if below.len() < 2 {
            all.push(head);
        } else {
            all.extend(below);
        }
    }
    all
}

/// A head for each line below that begins with the bullet of the first one, up to a blank line above any other.
fn points(head: &Head, body: &[Line], source: &str) -> Vec<Head> {
    let alone = matches!(head.voice, Voice::Opinion) && head.text.is_empty() && head.label.is_empty();
    let first = head.line + head.height;
    let bullet = body.get(first).and_then(|line| line.first(source)).filter(|c| alone && is_bullet(*c));
    let Some(bullet) = bullet else { return Vec::new() };
    let opens = |line: &Line| line.first(source) == Some(bullet);
    let below = (first..body.len()).take_while(|at| *at == first || opens(&body[*at]) || body[*at].gap == 0);
    let point = |at: usize| {
        let whole = body[at].span;
        let mark = Span::new(whole.start, whole.start + bullet.len_utf8());
        let text = vec![Span::new(mark.end, whole.end).trim(source)];
        match at == first {
            true => Head { height: head.height + 1, marks: [&head.marks[..], &[mark]].concat(), text, ..head.clone() },
            false => Head { line: at, height: 1, marks: vec![mark], text, ..head.clone() },
        }
    };
    below.filter(|at| opens(&body[*at])).map(point).collect()
}

#[cfg(test)]
mod tests {
    use crate::options::Options;

    #[test]
    fn each_point_below_a_mark_is_an_opinion_of_its_own() {
        let text = "第３回青波町公共交通会議　会議録\n日時　令和５年11月８日（水）\n（１）予約について\nＱ：締切は何時か。\nＡ：前日の17時である。\n\
                    Ｑ：車いすで乗れるか。\nＡ：１台は乗れる。\n（２）運賃について\n（意見）\n・近隣の町と足並みを\nそろえるべきである。（青波交通㈱）\n\
                    ・割引は残してほしい。（老人クラブ）\n";
        let document = crate::parse_str(text, &Options::default()).document;
        let opinions = document.sections.iter().flat_map(|section| &section.opinions).map(|opinion| {
            (opinion.text.as_str(), opinion.attribution.as_ref().map_or("", |said| said.label.as_str()))
        });
        let want =
            [("近隣の町と足並みをそろえるべきである。", "青波交通（株）"), ("割引は残してほしい。", "老人クラブ")];
        assert_eq!(opinions.skip(4).collect::<Vec<_>>(), want);
    }
}
