//! The lines of a source that a diagnostic is about, with marks under the right characters.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use giji::{Characters, Diagnostic, Lang, Severity, Source};

use super::strip::Strip;

/// How many places of one diagnostic are shown.
const PLACES: usize = 4;
/// Lines up to this many bytes are shown as they are; the renderer trims them to the screen.
const LONG: usize = 2_000;
/// How much of a longer line is shown on either side of a mark, in characters: a dump may be one line of a megabyte.
const MARGIN: usize = 60;
/// How many lines may lie between two places that are shown as one stretch: a page number in mid-sentence.
const GAP: usize = 2;

/// Shows diagnostics of one source.
pub struct Excerpts<'s> {
    name: &'s str,
    source: &'s Source<'s>,
    characters: Characters<'s>,
    lang: Lang,
}

/// The places of a diagnostic that lie on one line.
struct Marked {
    line: usize,
    places: Vec<Range<usize>>,
}

impl<'s> Excerpts<'s> {
    pub fn new(name: &'s str, source: &'s Source<'s>, lang: Lang) -> Self {
        Self { name, source, characters: Characters::new(&source.text), lang }
    }

    /// The message, its lines and its marks, with escape sequences for colours and a line feed at its end.
    pub fn render(&self, diagnostic: &Diagnostic) -> String {
        let code = serde_json::to_value(diagnostic.code).unwrap_or_default();
        let title = self.level(diagnostic.severity).primary_title(diagnostic.message.as_str());
        let mut group = Group::with_title(title.id(code.as_str().unwrap_or_default().to_owned()));
        let strips = self.strips(diagnostic);
        if strips.is_empty() {
            group = group.element(Origin::path(self.name));
        }
        for strip in strips {
            let marks = strip.marks.into_iter().map(|mark| AnnotationKind::Primary.span(mark));
            let snippet = Snippet::source(strip.text).line_start(strip.first).fold(false).annotations(marks);
            group = match strip.column {
                None => group.element(snippet.path(self.name)),
                // The renderer would count the column in what is left of the line.
                Some(column) => {
                    let origin = Origin::path(self.name).line(strip.first).char_column(column);
                    group.element(origin).element(snippet)
                }
            };
        }
        let mut text = Renderer::styled().render(&[group]);
        text.push_str("\n\n");
        text
    }

    fn level(&self, severity: Severity) -> Level<'static> {
        let (level, japanese) = match severity {
            Severity::Error => (Level::ERROR, "エラー"),
            Severity::Warning => (Level::WARNING, "警告"),
            Severity::Info => (Level::INFO, "情報"),
        };
        match self.lang {
            Lang::En => level,
            Lang::Ja => level.with_name(japanese),
        }
    }

    /// The lines of the first places of a diagnostic, neighbours together.
    fn strips(&self, diagnostic: &Diagnostic) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        for marked in self.marked(diagnostic) {
            let near = |strip: &Strip| strip.column.is_none() && marked.line <= strip.last + 1 + GAP;
            match strips.last_mut().filter(|strip| near(strip)) {
                Some(strip) if !self.is_long(marked.line) => self.extend(strip, &marked),
                Some(_) | None => strips.push(self.strip(&marked)),
            }
        }
        strips
    }

    fn marked(&self, diagnostic: &Diagnostic) -> Vec<Marked> {
        let pairs = diagnostic.at.0.iter().take(PLACES);
        let places = pairs.map(|[start, end]| self.characters.byte(*start)..self.characters.byte(*end));
        let mut by_line: Vec<Marked> = Vec::new();
        for place in places.filter(|place| !place.is_empty()) {
            let line = self.source.line_of(place.start);
            let place = place.start..place.end.min(self.line(line).end);
            match by_line.last_mut() {
                Some(last) if last.line == line => last.places.push(place),
                Some(_) | None => by_line.push(Marked { line, places: vec![place] }),
            }
        }
        by_line
    }

    fn is_long(&self, line: usize) -> bool {
        self.line(line).len() > LONG
    }

    /// The bytes of a line, without its end.
    fn line(&self, number: usize) -> Range<usize> {
        let starts = &self.source.line_starts;
        let (start, next) = (starts[number - 1], starts.get(number).copied().unwrap_or(self.source.text.len()));
        start..start + self.source.text[start..next].trim_end_matches(['\r', '\n']).len()
    }

    fn strip(&self, marked: &Marked) -> Strip {
        let mut strip = Strip { first: marked.line, last: marked.line, ..Strip::default() };
        let whole = self.line(marked.line);
        if !self.is_long(marked.line) {
            strip.push(&self.source.text, whole, &marked.places);
            return strip;
        }
        let text = &*self.source.text;
        let first = marked.places[0].start;
        let last = marked.places.iter().map(|place| place.end).max().unwrap_or(first);
        let from = back(&text[whole.start..first], MARGIN).map_or(whole.start, |at| whole.start + at);
        let shown = text[first..last].chars().take(4 * MARGIN).count() + MARGIN;
        let to = forth(&text[first..whole.end], shown).map_or(whole.end, |at| first + at);
        strip.column = Some(self.characters.character(first) - self.characters.character(whole.start) + 1);
        strip.text.push_str(if from > whole.start { "…" } else { "" });
        strip.push(text, from..to, &marked.places);
        strip.text.push_str(if to < whole.end { "…" } else { "" });
        strip
    }

    /// Adds the lines from the strip's end to the marked one.
    fn extend(&self, strip: &mut Strip, marked: &Marked) {
        for line in strip.last + 1..=marked.line {
            strip.text.push('\n');
            let places = if line == marked.line { marked.places.as_slice() } else { &[] };
            let whole = self.line(line);
            let end = if self.is_long(line) { whole.start } else { whole.end };
            strip.push(&self.source.text, whole.start..end, places);
        }
        strip.last = marked.line;
    }
}

/// The byte at which the last `count` characters begin, where there are more.
fn back(text: &str, count: usize) -> Option<usize> {
    text.char_indices().rev().nth(count).map(|(at, c)| at + c.len_utf8())
}

/// The byte at which the first `count` characters end, where there are more.
fn forth(text: &str, count: usize) -> Option<usize> {
    text.char_indices().nth(count).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use giji::{Code, model::Positions};
    use unicode_width::UnicodeWidthStr;

    fn shown(text: &str, at: &[[usize; 2]], lang: Lang) -> String {
        let (source, _) = giji::decode::decode(text.as_bytes(), "t.txt", None).unwrap();
        let diagnostic = Diagnostic {
            code: Code::UnknownSpeaker,
            severity: Severity::Warning,
            message: "「青い森」とは".to_owned(),
            at: Positions(at.to_vec()),
            lines: None,
            data: serde_json::Map::new(),
        };
        anstream::adapter::strip_str(&Excerpts::new("t.txt", &source, lang).render(&diagnostic)).to_string()
    }

    /// The part of the source line that stands above the marks, by display columns.
    fn above_marks(shown: &str) -> String {
        let lines: Vec<&str> = shown.lines().collect();
        let at = lines.iter().position(|line| line.contains('^')).expect("a mark");
        let (left, right) = (lines[at].find('^').unwrap(), lines[at].rfind('^').unwrap() + 1);
        let mut column = 0;
        let inside = lines[at - 1].chars().filter(|c| {
            let start = column;
            column += c.to_string().width();
            start >= left && column <= right
        });
        inside.collect()
    }

    #[test]
    fn the_mark_stands_under_full_width_characters() {
        let text = "表題\n　・研修はＯＫabcｱｲｳ（青い森）です\n";
        let start = text.chars().position(|c| c == '青').unwrap();
        let shown = shown(text, &[[start, start + 3]], Lang::En);
        assert_eq!(above_marks(&shown), "青い森");
        assert!(shown.contains("warning[unknown-speaker]: 「青い森」とは"), "{shown}");
        assert!(shown.contains("t.txt:2:15"), "{shown}");
        assert!(shown.contains("2 | 　・研修はＯＫabcｱｲｳ（青い森）です"), "{shown}");
    }

    #[test]
    fn the_level_has_a_japanese_name() {
        assert!(shown("（青い森）\n", &[[1, 4]], Lang::Ja).contains("警告[unknown-speaker]"));
    }

    #[test]
    fn tabs_form_feeds_and_separators_keep_the_mark_in_place() {
        let text = "\u{c}\t第１\u{2028}回\u{85}（青い森）\r\n次";
        let start = text.chars().position(|c| c == '青').unwrap();
        assert_eq!(above_marks(&shown(text, &[[start, start + 3]], Lang::En)), "青い森");
    }

    #[test]
    fn a_place_on_each_of_two_lines_is_shown_on_both() {
        let text = "・意見（青\nい森）\r\n・次\n";
        let shown = shown(text, &[[4, 5], [6, 8]], Lang::En);
        assert!(shown.contains("1 | ・意見（青") && shown.contains("2 | い森）"), "{shown}");
        assert!(!shown.contains("・次"));
        assert_eq!(shown.matches("-->").count(), 1, "{shown}");
    }

    #[test]
    fn places_far_apart_are_shown_apart() {
        let text = format!("（青い森）\n{}（青い森）\n", "・次\n".repeat(50));
        let shown = shown(&text, &[[1, 4], [157, 160]], Lang::En);
        assert!(shown.contains("t.txt:1:2") && shown.contains("t.txt:52:2"), "{shown}");
        assert_eq!(shown.matches("^^^^^^").count(), 2, "{shown}");
        assert!(!shown.contains("・次"));
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_mark_and_keeps_its_column() {
        let text = format!("{}（青い森）{}\n", "長".repeat(50_000), "い".repeat(50_000));
        let shown = shown(&text, &[[50_001, 50_004]], Lang::En);
        assert_eq!(above_marks(&shown), "青い森");
        assert!(shown.contains("t.txt:1:50002"), "{shown}");
        assert!(shown.chars().count() < 800, "{}", shown.chars().count());
    }

    #[test]
    fn a_diagnostic_without_a_place_names_its_file() {
        assert!(shown("本文\n", &[], Lang::En).contains("--> t.txt"));
    }
}
