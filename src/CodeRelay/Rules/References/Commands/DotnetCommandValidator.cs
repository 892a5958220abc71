using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;

namespace CodeRelay.Rules.References.Commands;

/// <summary>Validates `dotnet build`, `test`, `run`, `publish`, `pack`: the project or solution, the framework, the test filter.</summary>
internal sealed partial class DotnetCommandValidator : CommandValidator
{
    private static readonly string[] Verbs = ["build", "test", "run", "publish", "pack"];

    private static readonly string[] FilterOptions = ["--filter", "--filter-class", "--filter-method", "--filter-namespace"];

    private static readonly FrozenSet<string> WithValue = new[]
    {
        "-c", "--configuration", "-f", "--framework", "-r", "--runtime", "-o", "--output", "-v", "--verbosity", "--filter", "-l", "--logger", "-s", "--settings", "-p", "--project", "--solution", "--property",
        "--os", "-a", "--arch", "--collect", "-d", "--diag", "--results-directory", "--source", "--version-suffix", "-lp", "--launch-profile", "-e", "--environment", "--test-adapter-path", "--artifacts-path", "-t", "--target", "--file",
        "--filter-class", "--filter-method", "--filter-namespace", "--filter-trait", "--manifest", "--max-parallel-test-modules",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override bool Knows(QuotedCommand command) => command.Tool == "dotnet" && Verb(command) is not null;

    /// <summary>The values of the command's test filters.</summary>
    public static IEnumerable<ShellWord> Filters(QuotedCommand command) =>
        Verb(command) is { } verb ? Options(command, verb).ValuesOf(FilterOptions).Concat(BehindDashes(command)) : [];

    public override IEnumerable<CommandFault> Validate(QuotedCommand command, CommandSurroundings surroundings)
    {
        var verb = Verb(command)!.Value;
        var options = Options(command, verb);
        var isRun = command.Words[verb].Text == "run";
        var target = options.ValuesOf(["--project", "--solution", .. isRun ? new[] { "-p" } : []]).Concat(isRun ? [] : options.Positionals)
            .FirstOrDefault(word => IsTarget(word) || !QuotedCommands.IsProse(command.Mention) && surroundings.Files.ContainsDirectory(word.Text));
        var isGiven = target.Text is { Length: > 0 };
        if (isGiven && TargetFault(command, target, surroundings) is { } missing)
        {
            yield return missing;
            yield break;
        }

        // A single-file program follows `run`.
        if (isRun && options.Positionals is [{ Text: var file } word, ..] && file.EndsWith(".cs", StringComparison.Ordinal) && surroundings.Missing(command, word, isKept: false) is { } noFile)
            yield return noFile;
        foreach (var framework in options.ValuesOf("-f", "--framework").Where(value => Framework().IsMatch(value.Text)).Take(1))
        {
            var projects = TargetFrameworks.Of(isGiven ? surroundings.Paths.Resolve(target.Text.Replace('\\', '/').TrimEnd('/'), command.From) : null, surroundings);
            if (projects is { Names.Count: > 0 } && !projects.Names.Contains(framework.Text, StringComparer.OrdinalIgnoreCase))
                yield return CommandFault.Undefined(command, framework, "framework", projects.Source, projects.Names);
        }

        foreach (var filter in Filters(command))
        {
            if (TestFilter.NamesOf(filter.Text).FirstOrDefault(name => surroundings.Occurs(name) == false) is { } unknown)
            {
                var (start, end) = command.Place(filter);
                yield return new CommandFault(start, end, $"test filter names `{unknown}`, which no tracked source file contains, so it runs no test; correct the name", [new EvidenceItem(EvidenceKind.Symbol, unknown, "occurs in no tracked source file")]);
            }
        }
    }

    private static CommandFault? TargetFault(QuotedCommand command, ShellWord target, CommandSurroundings surroundings)
    {
        // The same text creates the project.
        if (command.Mention.Block.Text.Contains("dotnet new", StringComparison.Ordinal))
            return null;
        if (surroundings.Missing(command, target, isKept: true) is { } missing)
            return missing;
        if (surroundings.Paths.Resolve(target.Text.Replace('\\', '/').TrimEnd('/'), command.From) is not { Match: PathMatch.Directory, Paths: [{ Length: > 0 } directory] })
            return null;
        var below = surroundings.Files.Paths.Where(path => path.StartsWith(directory + "/", StringComparison.Ordinal) && IsProject(path)).ToArray();
        if (below.Any(path => path.LastIndexOf('/') == directory.Length))
            return null;
        var (start, end) = command.Place(target);
        return new CommandFault(start, end, $"directory `{directory}` contains no project or solution; name the project itself", [new EvidenceItem(EvidenceKind.Path, directory, CommandFault.List("project", [.. below.Select(path => path[(directory.Length + 1)..])]))]);
    }

    private static bool IsTarget(ShellWord word) =>
        word.Text is { Length: > 0 } text && !text.Contains('=', StringComparison.Ordinal) && !text.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && !text.EndsWith(".cs", StringComparison.Ordinal)
        && (text.IndexOfAny(['/', '\\']) >= 0 || IsProject(text) || DottedName().IsMatch(text)) && text.Trim('.', '/', '\\').Length > 0;

    private static bool IsProject(string path) => FileNames.Extension(path.AsSpan(path.LastIndexOf('/') + 1)) is "csproj" or "fsproj" or "vbproj" or "proj" or "sln" or "slnx" or "slnf" or "esproj" or "sqlproj" or "vcxproj" or "wixproj";

    // `dotnet watch --project src/App run`
    private static int? Verb(QuotedCommand command)
    {
        for (var i = 1; i < command.Words.Count; i++)
        {
            if (Verbs.Contains(command.Words[i].Text))
                return i;
            if (i == 1 && command.Words[i].Text != "watch")
                return null;
        }

        return null;
    }

    private static CommandArguments Options(QuotedCommand command, int verb) => new(command.Words.Where((_, i) => i > 0 && i != verb && command.Words[i].Text != "watch"), WithValue);

    // The options of a test platform follow `--`.
    private static IEnumerable<ShellWord> BehindDashes(QuotedCommand command) =>
        new CommandArguments(command.Words.SkipWhile(word => word.Text != "--").Skip(1), WithValue).ValuesOf(FilterOptions);

    [GeneratedRegex(@"^[A-Z]\w*(?:\.[A-Z]\w*)+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DottedName();

    [GeneratedRegex(@"^net(?:standard|coreapp)?\d[\w.-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Framework();
}

/// <summary>The target frameworks of projects.</summary>
/// <param name="Names">"net10.0", "net10.0-windows".</param>
/// <param name="Source">The project, or a description of several.</param>
internal sealed partial record TargetFrameworks(IReadOnlyCollection<string> Names, string Source)
{
    private static readonly string[] Inherited = ["Directory.Build.props", "Directory.Build.targets"];

    /// <summary>The frameworks of a command's project; of all projects for a solution or without a target.</summary>
    /// <param name="target">The command's target; null without one.</param>
    /// <param name="surroundings">The facts of the repository.</param>
    /// <returns>Null when a property, a condition or an import decides, or when a project declares none.</returns>
    public static TargetFrameworks? Of(PathResolution? target, CommandSurroundings surroundings)
    {
        var projects = surroundings.Files.Paths.Where(IsProject);
        var source = "any project";
        if (target is { Match: PathMatch.File, Paths: [var file] } && IsProject(file))
            (projects, source) = ([file], file);
        else if (target is { Match: PathMatch.Directory, Paths: [{ Length: > 0 } directory] } && projects.Where(path => path.LastIndexOf('/') == directory.Length && path.StartsWith(directory + "/", StringComparison.Ordinal)).ToArray() is [var only])
            (projects, source) = ([only], only);
        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var project in projects)
        {
            if (Read(project, surroundings) is not { Length: > 0 } frameworks)
                return null;
            names.UnionWith(frameworks);
        }

        return new TargetFrameworks(names, source);
    }

    private static string[]? Read(string project, CommandSurroundings surroundings)
    {
        var directory = project[..Math.Max(0, project.LastIndexOf('/'))];
        var files = Inherited.Select(name => surroundings.Nearest(directory, name)).OfType<string>().Prepend(project);
        var found = new List<string>();
        foreach (var file in files)
        {
            var text = surroundings.Repository.ReadText(file)?.Content ?? "";
            if (Import().IsMatch(text))
                return null;
            found.AddRange(Declared().Matches(text).SelectMany(match => match.Groups["names"].Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        }

        return found.Exists(name => name.Contains('$', StringComparison.Ordinal)) ? null : [.. found];
    }

    private static bool IsProject(string path) => FileNames.Extension(path.AsSpan(path.LastIndexOf('/') + 1)) is "csproj" or "fsproj" or "vbproj";

    [GeneratedRegex(@"<TargetFrameworks?\b[^>]*>(?<names>[^<]*)</TargetFramework", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"<Import\s[^>]*Project\s*=\s*""(?!Sdk\.(?:props|targets)"")", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();
}

/// <summary>The names in the value of `dotnet test --filter`: classes, methods or namespaces of tests. Categories, traits and negations have none.</summary>
internal static partial class TestFilter
{
    private const int ShortestName = 4;

    // Every test project contains these.
    private static readonly string[] Everywhere = ["Test", "Tests"];

    /// <summary>The identifiers that must occur in a source file for the filter to match a test.</summary>
    public static IEnumerable<string> NamesOf(string filter)
    {
        if (filter.IndexOfAny(['\\', '<', '$', '{']) >= 0)
            return [];
        return filter.Split('&', '|').Select(term => term.Trim(' ', '(', ')')).SelectMany(Term).Where(name => name.Length >= ShortestName && !Everywhere.Contains(name)).Distinct(StringComparer.Ordinal);
    }

    // Display names that are generated (`Add(1, 2)`, "Adds two numbers") do not occur in the source.
    private static IEnumerable<string> Term(string term) =>
        Operand().Match(term) is { Success: true } match ? match.Groups["name"].Value.Trim('*').Split('.', '+').Where(part => part.Length > 0) : [];

    [GeneratedRegex(@"^(?:(?:FullyQualifiedName|ClassName|Name|DisplayName)\s*[=~]\s*)?(?<name>\*?[\p{L}_][\w.+]*\*?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Operand();
}
