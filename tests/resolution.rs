//! Labels of other regions, with traps: `tests/gold/organizations.tsv` says for each what a careful reader would.
//!
//! Reported: accuracy (of what is resolved, how much is right), coverage (of what can be resolved, how much is) and abstention
//! precision (of what is left open, how much must be). A wrong resolution fails the test.

use giji::lexicon::register::Register;
use giji::link::context::{Context, DocumentName, Standing, Surroundings};
use giji::link::judge::{Position, Verdict, judge};
use giji::link::resolve::resolve;
use giji::model::{Method, Status};

/// One row of the table.
struct Case<'a> {
    title: &'a str,
    region: &'a str,
    names: &'a str,
    text: &'a str,
    label: &'a str,
    status: &'a str,
    organization: &'a str,
    method: &'a str,
}

/// What the program says of a case, in the table's words.
#[derive(Debug, PartialEq)]
struct Answer {
    status: &'static str,
    organization: String,
    method: &'static str,
}

const TABLE: &str = include_str!("gold/organizations.tsv");

fn cases() -> impl Iterator<Item = Case<'static>> {
    TABLE.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| {
        let mut columns = line.split('\t');
        let mut next = || columns.next().unwrap_or_default();
        Case {
            title: next(),
            region: next(),
            names: next(),
            text: next(),
            label: next(),
            status: next(),
            organization: next(),
            method: next(),
        }
    })
}

/// `@` marks a name of the attendee list, `#` one of a column; the others are speakers.
fn name(text: &str) -> DocumentName<'_> {
    match (text.strip_prefix('@'), text.strip_prefix('#')) {
        (Some(text), _) => DocumentName { text, standing: Standing::Attendee },
        (_, Some(text)) => DocumentName { text, standing: Standing::Column },
        (None, None) => DocumentName { text, standing: Standing::Speaker },
    }
}

fn answer(case: &Case, register: &Register) -> Answer {
    let mut names: Vec<DocumentName> = case.names.split('|').filter(|name| !name.is_empty()).map(name).collect();
    if !names.iter().any(|name| name.text == case.label) {
        names.push(name(case.label));
    }
    let region = Some(case.region).filter(|region| !region.is_empty());
    let texts = [case.text];
    let around =
        Surroundings { title: case.title, region, date: Some("2019-06-01"), names: &names, texts: &texts, register };
    let cx = Context::new(around);
    let before = "・関わり方が見えにくい";
    let position = Position { before, last_in_paragraph: true, elsewhere: 0, habit: 80, known: cx.knows(case.label) };
    if judge(case.label, &position).verdict != Verdict::Speaker {
        return Answer { status: "not-a-speaker", organization: String::new(), method: "" };
    }
    let resolution = resolve(case.label, &cx);
    let generic = resolution.organization.as_ref().is_some_and(|organization| organization.id.starts_with("org:"))
        && resolution.status == Status::Unknown;
    let ids = match resolution.status {
        Status::Ambiguous => {
            resolution.candidates.iter().map(|candidate| candidate.id.clone()).collect::<Vec<_>>().join("|")
        }
        Status::Resolved | Status::Unregistered => resolution.id().unwrap_or_default().to_owned(),
        Status::Unknown => String::new(),
    };
    let status = match resolution.status {
        Status::Resolved => "resolved",
        Status::Unregistered => "unregistered",
        Status::Ambiguous => "ambiguous",
        Status::Unknown if generic => "generic",
        Status::Unknown => "role",
    };
    Answer { status, organization: ids, method: resolution.method.map_or("", word) }
}

fn word(method: Method) -> &'static str {
    match method {
        Method::Exact => "exact",
        Method::Variant => "variant",
        Method::Alias => "alias",
        Method::Abbreviation => "abbreviation",
        Method::Context => "context",
    }
}

#[test]
fn no_label_of_the_table_is_resolved_wrongly() {
    let register = Register::embedded();
    let (mut resolved, mut right, mut resolvable, mut covered, mut open, mut rightly_open) = (0, 0, 0, 0, 0, 0);
    let (mut wrong, mut different) = (Vec::new(), Vec::new());
    let mut total = 0;
    for case in cases() {
        total += 1;
        let answer = answer(&case, &register);
        let must_resolve = case.status == "resolved";
        let same = answer.status == case.status
            && (case.organization.is_empty() || answer.organization == case.organization)
            && answer.method == case.method;
        if answer.status == "resolved" {
            resolved += 1;
            right += usize::from(must_resolve && answer.organization == case.organization);
            if !must_resolve || answer.organization != case.organization {
                wrong.push(format!("{} → {answer:?}, but {} {}", case.label, case.status, case.organization));
            }
        } else {
            open += 1;
            rightly_open += usize::from(!must_resolve);
        }
        resolvable += usize::from(must_resolve);
        covered += usize::from(must_resolve && answer.status == "resolved" && answer.organization == case.organization);
        if !same {
            different.push(format!(
                "{} ({}) → {answer:?}, but {} {} {}",
                case.label, case.title, case.status, case.organization, case.method
            ));
        }
    }
    let speakers = |status: &str| status == "not-a-speaker";
    let said = different.iter().filter(|line| line.contains("not-a-speaker")).count();
    println!(
        "{total} cases: accuracy {right}/{resolved}, coverage {covered}/{resolvable}, abstention precision {rightly_open}/{open}, speaker judgements that differ {said}"
    );
    for line in &different {
        println!("differs: {line}");
    }
    assert_eq!(wrong, [""; 0]);
    assert!(
        cases().filter(|case| speakers(case.status) || case.status != "resolved").count() * 3 >= total,
        "a third must stay open"
    );
    assert!(covered * 100 >= resolvable * 90, "coverage fell: {covered}/{resolvable}");
}
