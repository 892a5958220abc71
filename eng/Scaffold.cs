namespace CodeRelay.Eng;

/// <summary>Writes the files of a new rule, format, runtime or template, and its catalog line.</summary>
internal static class Scaffold
{
    private static readonly Dictionary<string, (string Usage, int Arguments, Func<string[], NewFiles> Create)> Kinds = new(StringComparer.Ordinal)
    {
        ["rule"] = ("new rule RLY5007 DeadBadge", 2, names => NewRule.Create(names[0], names[1])),
        ["format"] = ("new format JUnit", 1, names => NewFormat.Create(names[0])),
        ["runtime"] = ("new runtime Acme", 1, names => NewRuntime.Create(names[0])),
        ["template"] = ("new template coderelay-notes", 1, names => NewTemplate.Create(names[0])),
    };

    public static int Run(string[] arguments)
    {
        if (!Kinds.TryGetValue(arguments.FirstOrDefault() ?? "", out var kind))
            throw new FailedException($"valid are {string.Join(", ", Kinds.Keys)}; for example: {Kinds["rule"].Usage}");
        if (arguments.Length != kind.Arguments + 1)
            throw new FailedException($"valid is, for example: {kind.Usage}");
        kind.Create(arguments[1..]).Write();
        return 0;
    }
}
