using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CodeRelay.Analysis;
using CodeRelay.Packets;
using CodeRelay.Workspace;

namespace CodeRelay.Rules.References.Commands;

/// <summary>`dotnet build`, `test`, `run`, `publish`, `pack`: the project or solution, the framework, the test filter.</summary>
internal sealed partial class DotnetJudge : CommandJudge
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

    public override IEnumerable<CommandFault> Judge(QuotedCommand command, CommandSurroundings surroundings)
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

        // A program in one file stands behind `run`.
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
        // Who makes a project in the same breath has it later.
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

    // The options of a test platform stand behind `--`.
    private static IEnumerable<ShellWord> BehindDashes(QuotedCommand command) =>
        new CommandArguments(command.Words.SkipWhile(word => word.Text != "--").Skip(1), WithValue).ValuesOf(FilterOptions);

    [GeneratedRegex(@"^[A-Z]\w*(?:\.[A-Z]\w*)+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DottedName();

    [GeneratedRegex(@"^net(?:standard|coreapp)?\d[\w.-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Framework();
}
