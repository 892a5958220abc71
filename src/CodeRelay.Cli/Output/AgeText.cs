namespace CodeRelay.Cli.Output;

/// <summary>Ages in the usual notation.</summary>
internal static class AgeText
{
    // A hundred years, in minutes: a longer age can be before the calendar's start.
    private const long LongestAge = 36500L * 24 * 60;

    /// <summary>An age such as 30d, 12h or 45m.</summary>
    public static bool TryParse(string text, out TimeSpan age)
    {
        age = TimeSpan.Zero;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count))
            return false;
        var minutes = text[^1] switch { 'd' => count * 24L * 60, 'h' => count * 60L, 'm' => count, _ => long.MaxValue };
        if (minutes > LongestAge)
            return false;
        age = TimeSpan.FromMinutes(minutes);
        return true;
    }

    /// <summary>An age in its largest unit.</summary>
    public static string Of(TimeSpan age) => age switch
    {
        { TotalDays: >= 1 } => $"{(int)age.TotalDays} d",
        { TotalHours: >= 1 } => $"{(int)age.TotalHours} h",
        { TotalMinutes: >= 1 } => $"{(int)age.TotalMinutes} min",
        _ => $"{Math.Max(0, (int)age.TotalSeconds)} s",
    };
}
