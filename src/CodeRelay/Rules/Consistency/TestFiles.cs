using System.Text.RegularExpressions;

namespace CodeRelay.Rules.Consistency;

/// <summary>Which files test others, in the usual manners of naming them.</summary>
internal static partial class TestFiles
{
    public static bool IsTest(string path) => Shape().IsMatch(path);

    [GeneratedRegex(@"(?:^|/)(?:[\w.-]*\.)?(?:[Tt]ests?|specs?|__tests__|testing)/|(?:^|/)tests?_[^/]*$|[._-](?:tests?|specs?)\.[^/]*$|Tests?\.\w+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
