//! Facts that labels want and facts that a reading gives, and what comes of comparing them.

use std::collections::BTreeMap;

use serde_json::Value;

/// What is wanted and what is given, measure by measure.
#[derive(Default)]
pub struct Facts {
    wanted: Vec<(&'static str, String)>,
    given: Vec<(&'static str, String)>,
    wrong_names: Vec<String>,
}

/// How many facts are right, of how many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub right: usize,
    pub wanted: usize,
    pub given: usize,
}

/// The outcome for one document.
#[derive(Debug, Default)]
pub struct Score {
    pub measures: BTreeMap<&'static str, Count>,
    /// Facts that one side states and the other does not, for a person.
    pub differences: Vec<String>,
    /// Names stated as a speaker's or an attendee's that are not.
    pub wrong_names: Vec<String>,
    /// Broken promises about positions; none may ever be.
    pub faults: Vec<String>,
}

impl Facts {
    pub fn want(&mut self, measure: &'static str, fact: impl Into<String>) {
        self.wanted.push((measure, fact.into()));
    }

    pub fn give(&mut self, measure: &'static str, fact: impl Into<String>) {
        self.given.push((measure, fact.into()));
    }

    pub fn wrong_name(&mut self, name: impl Into<String>) {
        self.wrong_names.push(name.into());
    }

    /// Compares the scalar fields that the labels speak of.
    pub fn fields(&mut self, measure: &'static str, names: &[&str], gold: &Value, got: &Value) {
        for name in names.iter().filter(|name| !gold[**name].is_null()) {
            self.want(measure, format!("{name}: {}", shown(&gold[*name])));
            if !got[*name].is_null() {
                self.give(measure, format!("{name}: {}", shown(&got[*name])));
            }
        }
    }

    /// Counts what both sides state.
    pub fn score(mut self, faults: Vec<String>) -> Score {
        let mut score = Score { wrong_names: self.wrong_names, faults, ..Score::default() };
        for (measure, fact) in self.wanted {
            let count = score.measures.entry(measure).or_default();
            count.wanted += 1;
            match self.given.iter().position(|given| *given == (measure, fact.clone())) {
                Some(at) => {
                    self.given.swap_remove(at);
                    count.right += 1;
                    count.given += 1;
                }
                None => score.differences.push(format!("missed {measure} {fact}")),
            }
        }
        for (measure, fact) in self.given {
            score.measures.entry(measure).or_default().given += 1;
            score.differences.push(format!("not there: {measure} {fact}"));
        }
        score
    }
}

impl Count {
    pub fn precision(self) -> f64 {
        share(self.right, self.given)
    }

    pub fn recall(self) -> f64 {
        share(self.right, self.wanted)
    }
}

impl std::iter::Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), |sum, count| Self {
            right: sum.right + count.right,
            wanted: sum.wanted + count.wanted,
            given: sum.given + count.given,
        })
    }
}

impl Score {
    pub fn total(&self) -> Count {
        self.measures.values().copied().sum()
    }

    /// The lesser of precision and recall.
    pub fn rate(&self) -> f64 {
        self.total().precision().min(self.total().recall())
    }
}

/// What nobody stated is not wrong.
fn share(right: usize, all: usize) -> f64 {
    if all == 0 { 1.0 } else { right as f64 / all as f64 }
}

/// A scalar without the quotes of JSON; `-` for what is absent.
pub fn shown(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}
