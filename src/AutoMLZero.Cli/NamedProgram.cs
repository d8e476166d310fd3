using AutoMLZero.Language;

namespace AutoMLZero.Cli;

/// <summary>A program, with its name if it is built in.</summary>
internal readonly record struct NamedProgram(string? Name, Program Program);
