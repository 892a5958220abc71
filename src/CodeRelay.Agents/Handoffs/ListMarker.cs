using System.Text.RegularExpressions;

namespace CodeRelay.Agents.Handoffs;

/// <summary>What makes a line an item of a list.</summary>
internal static partial class ListMarker
{
    /// <summary>The text without the bullet or number in front of it, and without its check box.</summary>
    public static string Without(string text) => Marker().Replace(text, "");

    [GeneratedRegex(@"^(?:[-*+]|\d{1,9}[.)])\s+(?:\[.\]\s+)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();
}
