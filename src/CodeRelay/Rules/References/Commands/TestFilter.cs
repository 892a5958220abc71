using System.Text.RegularExpressions;

namespace CodeRelay.Rules.References.Commands;

/// <summary>The names that the value of `dotnet test --filter` asks for: a test's class, method or namespace. Categories, traits and negations name none.</summary>
internal static partial class TestFilter
{
    private const int ShortestName = 4;

    // What every test project has somewhere tells nothing.
    private static readonly string[] Everywhere = ["Test", "Tests"];

    /// <summary>The identifiers that must occur in some source file for the filter to find a test.</summary>
    public static IEnumerable<string> NamesOf(string filter)
    {
        if (filter.IndexOfAny(['\\', '<', '$', '{']) >= 0)
            return [];
        return filter.Split('&', '|').Select(term => term.Trim(' ', '(', ')')).SelectMany(Term).Where(name => name.Length >= ShortestName && !Everywhere.Contains(name)).Distinct(StringComparer.Ordinal);
    }

    // A name that only a program makes (`Add(1, 2)`, "Adds two numbers") is not in the source as it stands.
    private static IEnumerable<string> Term(string term) =>
        Operand().Match(term) is { Success: true } match ? match.Groups["name"].Value.Trim('*').Split('.', '+').Where(part => part.Length > 0) : [];

    [GeneratedRegex(@"^(?:(?:FullyQualifiedName|ClassName|Name|DisplayName)\s*[=~]\s*)?(?<name>\*?[\p{L}_][\w.+]*\*?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Operand();
}
