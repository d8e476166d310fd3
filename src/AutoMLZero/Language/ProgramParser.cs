using System.Collections.Immutable;

namespace AutoMLZero.Language;

/// <summary>
/// Reads programs in the text form: <c>def Setup():</c>, <c>def Predict():</c>, <c>def Learn():</c>, each with its instructions, and after them
/// routines, <c>def F0():</c> and so on, if there are any.
/// </summary>
public static class ProgramParser
{
    private static readonly ImmutableArray<string> Functions = ["Setup", "Predict", "Learn"];

    /// <summary>Reads one program.</summary>
    /// <param name="text">The text; <c>#</c> starts a comment, line ends or <c>;</c> separate instructions.</param>
    /// <param name="shape">The addresses that exist; every address that can be written when null.</param>
    /// <exception cref="ProgramFormatException">The text is not one program; the message names line, column and what was expected.</exception>
    public static Program Parse(string text, MemoryShape? shape = null)
    {
        var programs = ParseAll(text, shape);
        return programs.Length == 1
            ? programs[0]
            : throw new ProgramFormatException(1, 1, $"expected one program, found {programs.Length}");
    }

    /// <summary>Reads one or more programs, each starting at its <c>def Setup():</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shape">The addresses that exist; every address that can be written when null.</param>
    /// <exception cref="ProgramFormatException">The text is not a list of programs; the message names line, column and what was expected.</exception>
    public static ImmutableArray<Program> ParseAll(string text, MemoryShape? shape = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new ProgramReader(shape ?? MemoryShape.Largest);
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines()) reader.Read(Lexer.Tokenize(line, ++number));
        return reader.Finish(number);
    }

    /// <summary>The state of reading: the functions of the open program, and the programs that are complete.</summary>
    private sealed class ProgramReader(MemoryShape shape)
    {
        private readonly InstructionParser parser = new(shape);
        private readonly List<(Token Token, int Body, int Routine)> calls = [];
        private Token defined;
        private readonly List<ImmutableArray<Instruction>.Builder> functions = [];
        private readonly ImmutableArray<Program>.Builder programs = ImmutableArray.CreateBuilder<Program>();

        public void Read(List<Token> line)
        {
            var position = 0;
            if (line[0].Text == "def") position = ReadHeader(line);
            while (line[position].Kind != TokenKind.End)
            {
                if (line[position].Text == ";")
                {
                    position++;
                    continue;
                }

                if (functions.Count == 0) throw line[position].Error($"expected 'def Setup():', found {line[position].Shown}");
                functions[^1].Add(RoutineCallParser.Starts(line, position) ? ParseCall(line, ref position) : parser.Parse(line, ref position));
            }
        }

        public ImmutableArray<Program> Finish(int lines)
        {
            if (functions.Count < Functions.Length)
            {
                var found = programs.Count == 0 && functions.Count == 0 ? "a text without a program" : "the end of the text";
                throw new ProgramFormatException(lines, 1, $"expected 'def {Functions[functions.Count]}():', found {found}");
            }

            Complete();
            return programs.ToImmutable();
        }

        private int ReadHeader(List<Token> line)
        {
            if (functions.Count >= Functions.Length && line[1].Text == Functions[0]) Complete();
            var isRoutine = functions.Count >= Functions.Length;
            if (isRoutine && functions.Count == Functions.Length + SourceCode.MaxRoutines)
                throw line[1].Error($"expected 'def Setup():' of another program after {SourceCode.MaxRoutines} routines, found {line[1].Shown}");
            string[] wanted = ["def", isRoutine ? SourceCode.NameOf(functions.Count) : Functions[functions.Count], "(", ")", ":"];
            for (var i = 0; i < wanted.Length; i++)
            {
                if (line[i].Text != wanted[i])
                    throw line[i].Error($"expected 'def {wanted[1]}():'{(isRoutine ? " or 'def Setup():'" : "")}, found {line[i].Shown}");
            }

            if (functions.Count == 0) defined = line[0];
            functions.Add(ImmutableArray.CreateBuilder<Instruction>());
            return wanted.Length;
        }

        private Instruction ParseCall(List<Token> line, ref int position)
        {
            var (call, token) = RoutineCallParser.Parse(line, ref position);
            calls.Add((token, functions.Count - 1, call.Routine));
            return call.ToLine();
        }

        private void Complete()
        {
            var routines = functions.Count - Functions.Length;
            foreach (var (token, body, routine) in calls)
            {
                if (SourceCode.Problem(body, routine, routines) is { } problem) throw token.Error(problem);
            }

            programs.Add(routines == 0
                ? new Program(functions[0].ToImmutable(), functions[1].ToImmutable(), functions[2].ToImmutable())
                : Expand(new SourceCode([.. functions.Select(function => function.ToImmutable())])));
            functions.Clear();
            calls.Clear();
        }

        private Program Expand(SourceCode source)
        {
            if (source.Expand() is { } program) return program;
            var body = source.ExpandedLengths().Select((length, body) => (length, body)).First(pair => pair.length > SourceCode.MaxExpandedLength).body;
            throw defined.Error(
                $"{SourceCode.NameOf(body)} has more than {SourceCode.MaxExpandedLength} instructions once calls are replaced by what they call, expected at most that");
        }
    }
}
