//! The normal form equals its definition: on every scalar value, on the definition's vectors, and on random pieces.

use std::collections::HashMap;
use std::fs;

use giji::{Span, Text, normal_form};

fn data(name: &str) -> String {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn characters(hex: &str) -> String {
    let points = hex.split_whitespace().map(|hex| u32::from_str_radix(hex, 16).unwrap());
    points.map(|point| char::from_u32(point).unwrap()).collect()
}

/// A source of one physical line for each piece, and the places of the pieces in it.
fn source(pieces: &[String]) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for piece in pieces {
        let start = text.len();
        text.push_str(piece);
        spans.push(Span::new(start, text.len()));
        text.push('\n');
    }
    (text, spans)
}

#[test]
fn every_scalar_value_becomes_what_the_definition_says() {
    let table = data("normal_form.scalars.tsv");
    let changed: HashMap<char, String> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let (from, to) = line.split_once('\t').unwrap();
            (characters(from).chars().next().unwrap(), characters(to))
        })
        .collect();
    assert!(changed.len() > 1_000, "the table is incomplete: {}", changed.len());
    for c in ('\u{0}'..=char::MAX).filter(|c| !c.is_whitespace() && !('\u{1c}'..='\u{1f}').contains(c)) {
        let source = c.to_string();
        let got = normal_form(&source, &[Span::new(0, source.len())]);
        let want = changed.get(&c).cloned().unwrap_or(source);
        assert_eq!(got, want, "U+{:04X}", c as u32);
    }
}

#[test]
fn every_vector_of_the_definition_holds() {
    let mut count = 0;
    for line in data("normal_form.vectors.tsv").lines().filter(|line| !line.starts_with('#')) {
        let (pieces, want) = line.split_once('\t').unwrap();
        let pieces: Vec<String> = pieces.split('|').map(characters).collect();
        let (source, spans) = source(&pieces);
        assert_eq!(normal_form(&source, &spans), characters(want), "{pieces:?}");
        assert_eq!(Text::of(&source, &spans).as_str(), characters(want), "{pieces:?}");
        count += 1;
    }
    assert!(count > 1_500, "{count}");
}

#[test]
fn a_place_found_in_the_text_leads_back_to_the_same_characters() {
    let (source, spans) = source(&["（ほ".to_owned(), "うあんふじ）と ㈱日立　１０㍑".to_owned()]);
    let text = Text::of(&source, &spans);
    assert_eq!(text.as_str(), "（ほうあんふじ）と （株）日立 10リットル");
    let cases =
        [("ほうあんふじ", vec!["ほ", "うあんふじ"]), ("（株）日立", vec!["㈱日立"]), ("10リットル", vec!["１０㍑"])];
    for (word, want) in cases {
        let at = text.as_str().find(word).unwrap();
        let found = text.spans(at..at + word.len(), &source);
        let got: Vec<&str> = found.iter().map(|span| span.of(&source)).collect();
        assert_eq!(got, want, "{word}");
    }
}
