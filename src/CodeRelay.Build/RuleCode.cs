namespace CodeRelay.Build;

/// <summary>The ids of CodeRelay's rules: RLY or TEAM (a team's own rules in coderelay.yml), then digits.</summary>
internal static class RuleCode
{
    private static readonly string[] Prefixes = ["RLY", "TEAM"];

    public static bool IsOurs(string code)
    {
        foreach (var prefix in Prefixes)
        {
            if (code.Length > prefix.Length && code.StartsWith(prefix, StringComparison.Ordinal) && HasDigitsOnly(code, prefix.Length))
                return true;
        }

        return false;
    }

    /// <summary>A quick test: most projects mention no rule, and there are many projects.</summary>
    public static bool MayBeIn(string? text)
    {
        foreach (var prefix in Prefixes)
        {
            if (text?.IndexOf(prefix, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }

    private static bool HasDigitsOnly(string code, int start)
    {
        for (var index = start; index < code.Length; index++)
        {
            if (code[index] is < '0' or > '9')
                return false;
        }

        return true;
    }
}
