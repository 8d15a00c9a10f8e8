//! giji
pub mod decode;
pub mod encoding;
pub mod lang;
pub mod source;
