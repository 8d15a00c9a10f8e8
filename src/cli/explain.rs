//! `giji explain`: each line, the rule that decided it, and what it became.

use std::path::PathBuf;

use giji::link::context::Knowledge;
use giji::link::judge::Verdict;
use giji::{Bracket, Decision, ExplainedLine, Lang};

use super::exit::Exit;
use super::id;
use super::input::Input;
use super::problem::Problem;
use super::reading::{Reading, for_input};
use super::screen::{print, shown};

/// Show for each line of a file the rule that decided it and what it became
#[derive(clap::Args)]
#[command(after_help = AFTER_HELP)]
pub struct Arguments {
    /// A text file; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Only this line, counted from 1
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    line: Option<u32>,
    #[command(flatten)]
    reading: Reading,
}

const AFTER_HELP: &str = "\
Example:
  giji explain minutes.txt --line 12

  12 | たい（横須賀市健
     = opinion.bullet, continued
     ? 横須賀市健康づくり課: speaker, score 10: form.place +5, position.after-predicate +1,
       document.bracket-habit +4
     > agenda-1/theme-1/item-1/opinion-1 (opinion): たい
     > agenda-1/theme-1/item-1/opinion-1.marks (opinion): （
     > agenda-1/theme-1/item-1/opinion-1.attribution.parties[0]: 横須賀市健

| the line; = the rule that decided it, and whether it goes on with what an earlier line
opened; ? a closing bracket: whether it names who speaks (speaker, text or open), with its
score and every sign; > a leaf of the output and what it takes of the line; ! a diagnostic
that begins here. From 5 up a bracket is a speaker, from 0 down it is text.

Exit codes: 0 done, 2 wrong command line, 3 the file could not be read or decoded.";

/// Explains one file.
pub fn run(arguments: Arguments, lang: Lang) -> Result<Exit, Problem> {
    let options = arguments.reading.options(lang)?;
    let input = Input::of(arguments.file);
    let ids = id::ids(std::slice::from_ref(&input));
    let bytes = input.read()?;
    let lines = giji::explain(&bytes, &for_input(&options, &input, &ids[0]))
        .map_err(|cause| Problem::Decode { name: input.shown(), cause })?;
    let width = lines.len().to_string().len().max(4);
    let chosen = match arguments.line {
        None => lines.as_slice(),
        Some(line) => {
            let at = usize::try_from(line).unwrap_or(usize::MAX);
            let found = lines.get(at - 1).ok_or(Problem::NoSuchLine { line: at, lines: lines.len() })?;
            std::slice::from_ref(found)
        }
    };
    chosen.iter().try_for_each(|line| print(&text(line, width, lang)))?;
    Ok(Exit::Fine)
}

fn text(line: &ExplainedLine, width: usize, lang: Lang) -> String {
    let mut text = format!("{:>width$} | {}\n", line.number, shown(&line.text));
    let mut add = |sign: char, what: &str| text += &format!("{:width$} {sign} {}\n", "", shown(what));
    line.decisions.iter().for_each(|decision| add('=', &rule(*decision, lang)));
    line.brackets.iter().for_each(|known| add('?', &bracket(known, lang)));
    for piece in &line.pieces {
        let kind = piece.kind.as_ref().map(|kind| format!(" ({kind})")).unwrap_or_default();
        add('>', &format!("{}{kind}: {}", piece.leaf, piece.text));
    }
    for diagnostic in &line.diagnostics {
        let code = serde_json::to_value(diagnostic.code).unwrap_or_default();
        add('!', &format!("{}: {}", code.as_str().unwrap_or_default(), diagnostic.message));
    }
    text
}

/// `小田原市健康づくり課: speaker, score 10: form.place +5, …`
fn bracket(bracket: &Bracket, lang: Lang) -> String {
    let verdict = match (bracket.judgement.verdict, lang) {
        (Verdict::Speaker, Lang::En) => "speaker",
        (Verdict::NotSpeaker, Lang::En) => "text",
        (Verdict::Unknown, Lang::En) => "open",
        (Verdict::Speaker, Lang::Ja) => "発言者",
        (Verdict::NotSpeaker, Lang::Ja) => "本文",
        (Verdict::Unknown, Lang::Ja) => "未定",
    };
    let word = match lang {
        Lang::En => "score",
        Lang::Ja => "点数",
    };
    let reason = |(reason, weight): &(&str, i32)| match bracket.known.filter(|_| *reason == "label.known") {
        Some(known) => format!("{reason} ({}) {weight:+}", source(known, lang)),
        None => format!("{reason} {weight:+}"),
    };
    let reasons: Vec<String> = bracket.judgement.reasons.iter().map(reason).collect();
    format!("{}: {verdict}, {word} {}: {}", bracket.label, bracket.judgement.score, reasons.join(", "))
}

/// What knows a label.
fn source(known: Knowledge, lang: Lang) -> &'static str {
    match (known, lang) {
        (Knowledge::Standing, Lang::En) => "attendee list or column",
        (Knowledge::Register, Lang::En) => "register",
        (Knowledge::LongerName, Lang::En) => "longer name in the document",
        (Knowledge::Standing, Lang::Ja) => "出席者名簿か表の列",
        (Knowledge::Register, Lang::Ja) => "機関名簿",
        (Knowledge::LongerName, Lang::Ja) => "文書中の長い名称",
    }
}

fn rule(decision: Decision, lang: Lang) -> String {
    match (decision.continues, lang) {
        (false, _) => decision.rule.to_owned(),
        (true, Lang::En) => format!("{}, continued", decision.rule),
        (true, Lang::Ja) => format!("{}（前の行の続き）", decision.rule),
    }
}
