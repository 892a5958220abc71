using System.Globalization;

namespace CodeRelay.Build;

/// <summary>
/// One line of `coderelay check --format msbuild`:
/// <c>/full/path(line,column,endLine,endColumn): warning RLY3001: message (https://help)</c>.
/// It is the only form of findings here: from the command to the stamp to the log. Parsed without a regular expression, whose
/// construction costs a build more than everything else.
/// </summary>
internal sealed class FindingLine
{
    private const string AfterPlace = "): ";
    private const string BeforeHelp = " (https://";

    private FindingLine(string file, int[] place, FindingLevel level, string code, string message, string? help) =>
        (File, Line, Column, EndLine, EndColumn, Level, Code, Message, Help) =
        (file, place[0], place[1], place.Length > 2 ? place[2] : 0, place.Length > 2 ? place[3] : 0, level, code, message, help);

    public string File { get; }

    public int Line { get; }

    public int Column { get; }

    public int EndLine { get; }

    public int EndColumn { get; }

    public FindingLevel Level { get; }

    public string Code { get; }

    public string Message { get; }

    /// <summary>The URL of the rule's page, or null.</summary>
    public string? Help { get; }

    /// <returns>The finding, or null for any other line.</returns>
    public static FindingLine? Parse(string text)
    {
        // A file name may contain brackets and colons, so the first valid position counts.
        for (var end = text.IndexOf(AfterPlace, StringComparison.Ordinal); end >= 0; end = text.IndexOf(AfterPlace, end + 1, StringComparison.Ordinal))
        {
            var start = text.LastIndexOf('(', end);
            if (start > 0 && Place(text.Substring(start + 1, end - start - 1)) is { } place && Parse(text.Substring(0, start), place, text.Substring(end + AfterPlace.Length)) is { } finding)
                return finding;
        }

        return null;
    }

    private static FindingLine? Parse(string file, int[] place, string rest)
    {
        var space = rest.IndexOf(' ');
        var colon = rest.IndexOf(": ", StringComparison.Ordinal);
        if (space < 0 || colon < space || Severity(rest.Substring(0, space)) is not { } level)
            return null;
        var code = rest.Substring(space + 1, colon - space - 1);
        if (!RuleCode.IsOurs(code))
            return null;
        var message = colon + 2;
        var help = rest.EndsWith(")", StringComparison.Ordinal) ? rest.LastIndexOf(BeforeHelp, StringComparison.Ordinal) : -1;
        return help >= message && rest.IndexOf(' ', help + 1) < 0
            ? new FindingLine(file, place, level, code, rest.Substring(message, help - message), rest.Substring(help + 2, rest.Length - help - 3))
            : new FindingLine(file, place, level, code, rest.Substring(message), help: null);
    }

    private static int[]? Place(string text)
    {
        var parts = text.Split(',');
        if (parts.Length is not (2 or 4))
            return null;
        var numbers = new int[parts.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            if (!int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[index]))
                return null;
        }

        return numbers;
    }

    private static FindingLevel? Severity(string text) => text switch
    {
        "error" => FindingLevel.Error,
        "warning" => FindingLevel.Warning,
        "info" => FindingLevel.Info,
        _ => null,
    };
}
