using System.Text.RegularExpressions;

namespace CodeRelay.Agents.Handoffs;

/// <summary>The marker of a list item.</summary>
internal static partial class ListMarker
{
    /// <summary>The text without bullet, number and check box.</summary>
    public static string Without(string text) => Marker().Replace(text, "");

    [GeneratedRegex(@"^(?:[-*+]|\d{1,9}[.)])\s+(?:\[.\]\s+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}
