using System.Globalization;
using System.Text.RegularExpressions;

namespace CodeRelay.Build;

/// <summary>
/// One line of `coderelay check --format msbuild`:
/// <c>/full/path(line,column,endLine,endColumn): warning RLY3001: message (https://help)</c>.
/// It is the only form in which findings travel here: from the command to the stamp to the log.
/// </summary>
internal sealed class FindingLine
{
    private static readonly Regex Pattern = new(
        @"^(?<file>.+?)\((?<line>\d+),(?<column>\d+)(?:,(?<endLine>\d+),(?<endColumn>\d+))?\): (?<level>error|warning|info) (?<code>RLY\d{4}): (?<message>.*?)(?: \((?<help>https?://[^\s()]+)\))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private readonly Match _match;

    private FindingLine(Match match) => _match = match;

    public string File => _match.Groups["file"].Value;

    public int Line => Number("line");

    public int Column => Number("column");

    public int EndLine => Number("endLine");

    public int EndColumn => Number("endColumn");

    public FindingLevel Level => _match.Groups["level"].Value switch
    {
        "error" => FindingLevel.Error,
        "warning" => FindingLevel.Warning,
        _ => FindingLevel.Info,
    };

    public string Code => _match.Groups["code"].Value;

    public string Message => _match.Groups["message"].Value;

    /// <summary>The address of the rule's page, or null.</summary>
    public string? Help => _match.Groups["help"].Success ? _match.Groups["help"].Value : null;

    /// <returns>The finding, or null when the line is something else.</returns>
    public static FindingLine? Parse(string text)
    {
        var match = Pattern.Match(text);
        return match.Success ? new FindingLine(match) : null;
    }

    private int Number(string group) => int.TryParse(_match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
