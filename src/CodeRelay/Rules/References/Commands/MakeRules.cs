using System.Text.RegularExpressions;
using CodeRelay.Workspace;

namespace CodeRelay.Rules.References.Commands;

/// <summary>The targets of a makefile.</summary>
internal sealed partial class MakeRules
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<(string Before, string After)> _patterns = [];

    /// <summary>The targets that are written out.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>Tells whether a rule makes a target, by its name or by a pattern.</summary>
    public bool Defines(string target) =>
        _names.Contains(target)
        || _patterns.Exists(pattern => target.Length > pattern.Before.Length + pattern.After.Length && target.StartsWith(pattern.Before, StringComparison.Ordinal) && target.EndsWith(pattern.After, StringComparison.Ordinal));

    /// <summary>Reads a makefile; null when only make itself can tell its targets.</summary>
    public static MakeRules? Read(Repository repository, string path)
    {
        if (repository.ReadText(path) is not { IsTruncated: false } text)
            return null;
        var rules = new MakeRules();
        // A line that ends with a backslash goes on.
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

    // Not an assignment: `x := 1`, `x ::= 1`, and `a: x = 1` sets a variable of a target.
    [GeneratedRegex(@"^(?<targets>[^:=#\s][^:=#]*?)\s*&?::?(?!:?=)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();
}
