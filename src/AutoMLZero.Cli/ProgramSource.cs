using AutoMLZero.Language;

namespace AutoMLZero.Cli;

/// <summary>Programs that the user names: built-in ones, or those of a file.</summary>
internal static class ProgramSource
{
    /// <summary>The programs of a name.</summary>
    /// <param name="nameOrFile">The name of a built-in program, or a file.</param>
    /// <param name="memory">The addresses that the programs may use.</param>
    /// <param name="isMultiClass">Whether they are for several classes.</param>
    /// <exception cref="InputException">There is no such program or file, or it cannot be read.</exception>
    public static NamedProgram[] Read(string nameOrFile, MemoryShape memory, bool isMultiClass)
    {
        var builtIn = isMultiClass ? BuiltInPrograms.OfClassesByName : BuiltInPrograms.ByName;
        if (builtIn.TryGetValue(nameOrFile, out var program)) return [new NamedProgram(nameOrFile, program)];
        if (!Path.Exists(nameOrFile))
            throw new InputException($"'{nameOrFile}' is neither a file nor a built-in program ({string.Join(", ", builtIn.Keys)})");
        var text = InputFile.Read(nameOrFile);
        return [.. InContext(nameOrFile, () => ProgramParser.ParseAll(text, memory)).Select(read => new NamedProgram(null, read))];
    }

    /// <summary>The only program of a name.</summary>
    /// <param name="nameOrFile">The name of a built-in program, or a file with one program.</param>
    /// <param name="isMultiClass">Whether it is for several classes.</param>
    /// <exception cref="InputException">There is no such program or file, it cannot be read, or it does not have one program.</exception>
    public static Program ReadOne(string nameOrFile, bool isMultiClass) => Read(nameOrFile, MemoryShape.Largest, isMultiClass) switch
    {
        [var only] => only.Program,
        var several => throw new InputException($"the file '{nameOrFile}' has {several.Length} programs, expected one"),
    };

    /// <summary>Does something; when the input is bad, says where.</summary>
    /// <param name="context">Where.</param>
    /// <param name="work">What to do.</param>
    public static T InContext<T>(string context, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (InputException problem)
        {
            throw new InputException($"{context}: {problem.Message}", problem);
        }
    }
}
