using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CodeRelay.Documents;
using CodeRelay.Evidence.References;
using CodeRelay.Git;

namespace CodeRelay.Rules.References.Commands;

/// <summary>Validates `make x`: the target in the makefile. A makefile with includes or generated targets may have any.</summary>
internal sealed partial class MakeCommandValidator : CommandValidator
{
    private static readonly string[] Names = ["GNUmakefile", "makefile", "Makefile"];

    private static readonly FrozenSet<string> WithValue = new[] { "-C", "--directory", "-f", "--file", "--makefile", "-j", "-l", "-o", "-W", "-I" }.ToFrozenSet(StringComparer.Ordinal);

    public override bool Knows(QuotedCommand command) => command.Tool == "make";

    public override IEnumerable<CommandFault> Validate(QuotedCommand command, CommandSurroundings surroundings)
    {
        var options = new CommandArguments(command.Words.Skip(1), WithValue);
        var targets = options.Positionals.Where(word => Target().IsMatch(word.Text)).ToArray();
        if (targets.Length == 0 || options.Has("-f", "--file", "--makefile"))
            return [];
        var directory = command.Directory;
        foreach (var option in options.ValuesOf("-C", "--directory"))
        {
            if (surroundings.Paths.Resolve(option.Text.TrimEnd('/'), command.From) is not { Match: PathMatch.Directory, Paths: [var found] })
                return [];
            directory = found;
        }

        // Without a directory the command may run in any of them.
        var makefiles = Names.SelectMany(surroundings.Manifests)
            .Where(path => directory is null || path[..Math.Max(0, path.LastIndexOf('/'))] == directory).ToArray();
        var rules = makefiles.Select(path => MakeRules.Read(surroundings.Repository, path)).ToArray();
        if (rules.Length == 0 || rules.Any(each => each is null))
            return [];
        var names = rules.SelectMany(each => each!.Names).Distinct(StringComparer.Ordinal).ToArray();
        var source = makefiles is [var single] ? single : "any Makefile";
        return targets.Take(QuotedCommands.IsProse(command.Mention) ? 1 : targets.Length).Where(target => !rules.Any(each => each!.Defines(target.Text)) && !IsFile(target.Text, directory ?? "", surroundings.Files))
            .Select(target => CommandFault.Undefined(command, target, "target", source, names));
    }

    // An existing file is up to date, and built-in rules make a program from a source file of its name.
    private static bool IsFile(string target, string directory, FileIndex files)
    {
        var path = directory.Length == 0 ? target : $"{directory}/{target}";
        return files.Contains(path) || files.ContainsDirectory(path) || FileNames.Extension(target).Length > 0 || new[] { ".c", ".cc", ".cpp", ".s", ".sh", ".p", ".f" }.Any(extension => files.Contains(path + extension));
    }

    [GeneratedRegex(@"^[A-Za-z][\w./-]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Target();
}

/// <summary>The targets of a makefile.</summary>
internal sealed partial class MakeRules
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Before, string After)> _patterns = [];

    /// <summary>The explicit targets.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>True when a rule makes a target, by its name or by a pattern.</summary>
    public bool Defines(string target) =>
        _names.Contains(target)
        || _patterns.Exists(pattern => target.Length > pattern.Before.Length + pattern.After.Length && target.StartsWith(pattern.Before, StringComparison.Ordinal) && target.EndsWith(pattern.After, StringComparison.Ordinal));

    /// <summary>Reads a makefile; null when only make itself can determine its targets.</summary>
    public static MakeRules? Read(Repository repository, string path)
    {
        if (repository.ReadText(path) is not { IsTruncated: false } text)
            return null;
        var rules = new MakeRules();
        // A backslash at the end continues the line.
        var lines = text.Content.Replace("\\\r\n", " ", StringComparison.Ordinal).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n');
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] is not ('\t' or '#')))
        {
            if (Dynamic().IsMatch(line))
                return null;
            if (Rule().Match(line) is not { Success: true } rule)
                continue;
            foreach (var target in rule.Groups["targets"].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (target is ".DEFAULT" || target.Contains('$', StringComparison.Ordinal))
                    return null;
                if (target.IndexOf('%', StringComparison.Ordinal) is >= 0 and var stem)
                    rules._patterns.Add((target[..stem], target[(stem + 1)..]));
                else if (target[0] != '.' || target.Contains('/', StringComparison.Ordinal))
                    rules._names.Add(target);
            }
        }

        return rules;
    }

    [GeneratedRegex(@"^\s*[-s]?include\s|\$[({](?:eval|call|foreach)\b|^\s*define\s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dynamic();

    // Not an assignment: `x := 1`, `x ::= 1`, and the target-specific `a: x = 1`.
    [GeneratedRegex(@"^(?<targets>[^:=#\s][^:=#]*?)\s*&?::?(?!:?=)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();
}
