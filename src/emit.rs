//! Stage: document → JSON text.
//!
//! Two-space indent; a list of plain values or of `[start, end]` pairs stands on one line.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter};

/// Writes the document as indented JSON with a line feed at its end.
pub(crate) fn pretty(document: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    let mut writer = serde_json::Serializer::with_formatter(&mut *out, Indented::default());
    document.serialize(&mut writer)?;
    out.write_all(b"\n")
}

/// Writes the document as JSON without white space and a line feed at its end: one line of NDJSON.
pub(crate) fn compact(document: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    let mut writer = serde_json::Serializer::with_formatter(&mut *out, CompactFormatter);
    document.serialize(&mut writer)?;
    out.write_all(b"\n")
}

/// The form of the contract: objects and lists of objects are indented, any other list stands on one line.
#[derive(Default)]
struct Indented {
    open: Vec<Shape>,
}

#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Object,
    /// A list that has shown no object yet.
    Line,
    /// A list of objects.
    Block,
}

impl Indented {
    fn new_line<W: ?Sized + Write>(&self, out: &mut W) -> io::Result<()> {
        out.write_all(b"\n")?;
        let blocks = self.open.iter().filter(|shape| **shape != Shape::Line).count();
        (0..blocks).try_for_each(|_| out.write_all(b"  "))
    }
}

impl Formatter for Indented {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open.push(Shape::Line);
        out.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if self.open.pop() == Some(Shape::Block) {
            self.new_line(out)?;
        }
        out.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        match (first, self.open.last()) {
            (true, _) => Ok(()),
            (false, Some(Shape::Block)) => out.write_all(b","),
            (false, _) => out.write_all(b", "),
        }
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        if let Some(list @ (Shape::Line | Shape::Block)) = self.open.last_mut() {
            *list = Shape::Block;
            self.new_line(out)?;
        }
        self.open.push(Shape::Object);
        out.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open.pop();
        self.new_line(out)?;
        out.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        self.new_line(out)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}
