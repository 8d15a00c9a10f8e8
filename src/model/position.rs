//! Positions at the edge: code points of the decoded source.

use std::borrow::Cow;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Places in the decoded source: half-open `[start, end]` pairs in Unicode code points, one for each physical line
/// piece, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Positions(pub Vec<[usize; 2]>);

impl Positions {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// First and last line, counted from 1.
pub type LineRange = [usize; 2];

/// The positions of scalar fields, by the field's name, in the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Vec<(Cow<'static, str>, Positions)>);

impl Fields {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sets a field's positions; one that is set again keeps its place in the order.
    pub fn insert(&mut self, name: impl Into<Cow<'static, str>>, positions: Positions) {
        let name = name.into();
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = positions,
            None => self.0.push((name, positions)),
        }
    }

    /// Adds positions to those of a field.
    pub fn extend(&mut self, name: &'static str, positions: Positions) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, known)) => known.0.extend(positions.0),
            None => self.0.push((name.into(), positions)),
        }
    }

    pub fn get(&self, name: &str) -> Option<&Positions> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, positions)| positions)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Positions)> {
        self.0.iter().map(|(name, positions)| (name.as_ref(), positions))
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map = IndexMap::<String, Positions>::deserialize(deserializer)?;
        Ok(Self(map.into_iter().map(|(name, positions)| (Cow::Owned(name), positions)).collect()))
    }
}

impl JsonSchema for Fields {
    fn schema_name() -> Cow<'static, str> {
        "Fields".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = IndexMap::<String, Positions>::json_schema(generator);
        schema.insert("description".to_owned(), "The positions of scalar fields, by the field's name.".into());
        schema
    }
}
