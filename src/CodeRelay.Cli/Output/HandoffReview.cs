using CodeRelay.Agents.Handoffs;

namespace CodeRelay.Cli.Output;

/// <summary>Asks about the items of a handoff that need a review; without a terminal, lists the questions.</summary>
internal static class HandoffReview
{
    /// <summary>The text with the answers applied.</summary>
    public static string Run(string body)
    {
        if (Terminal.CanAsk)
            return Ask(body, ReviewPass.Items(body), Console.In, Terminal.Output);
        Tell(body, Terminal.Error);
        return body;
    }

    /// <summary>Lists the questions that a terminal would get.</summary>
    public static void Tell(string body, TextWriter talk)
    {
        foreach (var item in ReviewPass.Items(body))
            talk.WriteLine($"review: would ask about '{item.Section}': {item.Summary} ({item.Why})");
    }

    /// <summary>Asks to include, skip or edit each item. The end of the input keeps the rest.</summary>
    public static string Ask(string body, IReadOnlyList<ReviewItem> items, TextReader input, TextWriter output)
    {
        foreach (var item in items)
        {
            output.Write($"\n{item.Section}: {item.Summary}\n{item.Why}\n\n{item.Shown}\n\n");
            var answer = Answer(input, output);
            if (answer is null)
                break;
            if (answer == "skip")
                body = Without(body, item);
            else if (answer == "edit")
                body = Replace(body, item, Edited(input, output));
        }

        return body;
    }

    private static string? Answer(TextReader input, TextWriter output)
    {
        while (true)
        {
            output.Write("include, skip or edit? [include] ");
            output.Flush();
            switch (input.ReadLine()?.Trim().ToLowerInvariant())
            {
                case null:
                    return null;
                case "" or "i" or "include":
                    return "include";
                case "s" or "skip":
                    return "skip";
                case "e" or "edit":
                    return "edit";
                default:
                    output.WriteLine("valid are include, skip and edit");
                    break;
            }
        }
    }

    private static string Edited(TextReader input, TextWriter output)
    {
        output.WriteLine("the new text, ended by an empty line:");
        output.Flush();
        var lines = new List<string>();
        while (input.ReadLine() is { Length: > 0 } line)
            lines.Add(line);
        return string.Join('\n', lines);
    }

    // A skipped section is removed with its heading.
    private static string Without(string body, ReviewItem item)
    {
        var (head, start) = Find(body, item);
        return start >= 0 && body.AsSpan(head..start).Trim().IndexOf('\n') < 0 && EndsSection(body, start + item.Text.Length)
            ? (body[..head].TrimEnd() + "\n\n" + body[(start + item.Text.Length)..].TrimStart()).Trim() + "\n"
            : start < 0 ? body : Joined(body[..start], body[(start + item.Text.Length)..]);
    }

    // Two paragraphs stay separate, and a list's lines stay together.
    private static string Joined(string before, string after)
    {
        var isApart = before.EndsWith("\n\n", StringComparison.Ordinal) && (after.StartsWith("\n\n", StringComparison.Ordinal) || after.TrimStart('\n').Length == 0);
        return isApart ? before + after.TrimStart('\n') : before.EndsWith('\n') && after.StartsWith('\n') ? before + after[1..] : before + after;
    }

    private static bool EndsSection(string body, int end) =>
        body[end..].TrimStart() is "" or ['#', ..];

    private static string Replace(string body, ReviewItem item, string replacement)
    {
        var (_, start) = Find(body, item);
        return start < 0 ? body : body[..start] + replacement + body[(start + item.Text.Length)..];
    }

    // Two sections can contain the same text, so the search starts below the item's heading.
    private static (int Heading, int Text) Find(string body, ReviewItem item)
    {
        var heading = $"## {item.Section}";
        var head = body.StartsWith(heading, StringComparison.OrdinalIgnoreCase) ? 0 : body.IndexOf('\n' + heading, StringComparison.OrdinalIgnoreCase) + 1;
        return (head, body.IndexOf(item.Text, Math.Min(head + heading.Length, body.Length), StringComparison.Ordinal));
    }
}
