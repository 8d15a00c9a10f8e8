//! Source documents made from known structure, with the answer that a reader would give.
//!
//! An author decides what is said (`minutes`, `plan`), habits decide how it is typed (`habits`), a page decides where
//! lines break (`sheet`, `wrap`, `paper`), and the gold answer is read off the structure. No part of this knows how the parser works.
#![allow(dead_code, reason = "each test file uses a part")]

mod brackets;
pub mod encode;
mod era;
mod grid;
mod habits;
pub mod ids;
mod minutes;
mod minutes_gold;
mod minutes_head;
mod minutes_sheet;
pub mod mutilate;
pub mod normal;
mod orgs;
mod paper;
mod plan;
mod plan_gold;
mod plan_page;
mod plan_sheet;
pub mod positions;
pub mod rng;
pub mod score;
mod sentence;
mod sheet;
mod spelling;
mod themes;
mod words;
pub mod wrap;

use encode::{Saved, encode};
use grid::{Grid, table_habits};
use habits::{Blanks, Habits};
use minutes::{Limits, Minutes};
use minutes_sheet::Writer;
use paper::Pages;
use plan::Plan;
use plan_sheet::PlanWriter;
use rng::Rng;
use serde_json::{Value, json};
use spelling::Spelling;

/// A source document and what a perfect reading of it gives.
pub struct Document {
    pub name: String,
    pub bytes: Vec<u8>,
    pub gold: Value,
}

/// Minutes number `seed`; the same number gives the same bytes for ever.
pub fn minutes(seed: u64) -> Document {
    let rng = &mut Rng::new(seed);
    let mut habits = Habits::random(rng).with_themes(rng);
    let limits = Limits { themes: !habits.saved.is_narrow(), wide_latin: habits.wide_latin };
    let minutes = Minutes::random(rng, &limits);
    let spelling = Spelling::random(rng, habits.saved.is_narrow());
    let title = spelling.title_of(&minutes, &habits);
    let mut pages = Pages::random(
        rng,
        &[title.clone(), "資料１".to_string(), format!("{}会議", minutes.region.name), "会議資料".to_string()],
    );
    pages.height = pages.height.map(|lines| if habits.blanks == Blanks::AfterEveryLine { lines * 2 } else { lines });
    let mut writer = Writer::new(&habits, &spelling);
    writer.minutes(&minutes, &title, rng);
    paper::with_blanks(&mut writer.sheet, &habits);
    paper::with_pages(&mut writer.sheet, &pages);
    let text = paper::text(&writer.sheet, &habits);
    let mut gold = writer.gold(&minutes);
    let bytes = match encode(&text, habits.saved) {
        Some(bytes) => bytes,
        None => {
            habits.saved = Saved::Utf8;
            text.into_bytes()
        }
    };
    gold["conventions"] = json!({ "encoding": habits.saved.name() });
    Document { name: format!("minutes-{seed:04}"), bytes, gold }
}

/// Plan table number `seed`.
pub fn plan(seed: u64) -> Document {
    let rng = &mut Rng::new(seed ^ 0xB1A7);
    let mut habits = table_habits(Habits::random(rng), rng);
    habits.saved = if rng.chance(15) { Saved::Utf8Bom } else { Saved::Utf8 };
    let plan = Plan::random(rng);
    let grid = Grid::random(rng, plan.rows.len());
    let mut writer = PlanWriter::new(&habits, &grid);
    writer.plan(&plan, rng);
    let text = paper::text(&writer.sheet, &habits);
    let bytes = encode(&text, habits.saved).unwrap_or_else(|| text.clone().into_bytes());
    Document { name: format!("plan-{seed:04}"), bytes, gold: writer.gold(&plan) }
}
