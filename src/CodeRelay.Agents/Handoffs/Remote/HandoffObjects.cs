using System.Globalization;
using System.Text;

namespace CodeRelay.Agents.Handoffs.Remote;

/// <summary>
/// Handoffs as git objects: a commit without parents whose tree holds the file. A commit, because every host, hook and tool expects refs to
/// name one, and treatment of a ref to a bare blob varies; and because a random line in it turns two sends of the same text into two
/// objects, so that compare-and-delete cannot confuse them.
/// </summary>
internal static class HandoffObjects
{
    private const string FileName = "handoff.md";

    // Hosts may require an address; this one is reserved.
    private const string Committer = "CodeRelay <coderelay@noreply.invalid>";

    /// <summary>Writes all commits with one process.</summary>
    /// <returns>Their object ids, in order.</returns>
    public static IReadOnlyList<string> Write(GitTransport git, IReadOnlyList<OutgoingHandoff> handoffs)
    {
        using var stream = new MemoryStream();
        void Text(string text) => stream.Write(Encoding.UTF8.GetBytes(text));
        void Data(ReadOnlySpan<byte> data)
        {
            Text(string.Create(CultureInfo.InvariantCulture, $"data {data.Length}\n"));
            stream.Write(data);
            Text("\n");
        }

        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        for (var i = 0; i < handoffs.Count; i++)
        {
            // One ref for all, restarted each time: only the objects count.
            Text(string.Create(CultureInfo.InvariantCulture, $"blob\nmark :{(2 * i) + 1}\n"));
            Data(handoffs[i].Content.Span);
            Text(string.Create(CultureInfo.InvariantCulture, $"reset refs/out\n\ncommit refs/out\nmark :{(2 * i) + 2}\ncommitter {Committer} {now} +0000\n"));
            Data(Encoding.UTF8.GetBytes($"Hand off to {handoffs[i].Recipient}\n\nSend-Id: {Guid.NewGuid():N}\n"));
            Text(string.Create(CultureInfo.InvariantCulture, $"M 100644 :{(2 * i) + 1} {FileName}\n\nget-mark :{(2 * i) + 2}\n"));
        }

        Text("done\n");
        return git.Local(stream.ToArray(), "fast-import", "--quiet", "--done", "--date-format=raw", "--force").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Reads the files of local commits with one process; a ref to a blob is read as the file itself.</summary>
    /// <returns>Contents by object id; objects that are no handoff are missing.</returns>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Read(GitTransport git, IReadOnlyCollection<string> objectIds)
    {
        var contents = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        if (objectIds.Count == 0)
            return contents;
        var questions = objectIds.SelectMany(id => new[] { (Id: id, Name: $"{id}:{FileName}"), (Id: id, Name: id) }).ToArray();
        var answer = git.Local(Encoding.ASCII.GetBytes(string.Concat(questions.Select(question => question.Name + "\n"))), "cat-file", "--batch").Output;
        foreach (var (id, _) in questions)
        {
            if (NextBlob(ref answer) is { } content)
                contents.TryAdd(id, content);
        }

        return contents;
    }

    // "<object> <type> <size>\n<content>\n", or "<name> missing\n".
    private static ReadOnlyMemory<byte>? NextBlob(ref ReadOnlyMemory<byte> answer)
    {
        var end = answer.Span.IndexOf((byte)'\n');
        if (end < 0)
            return null;
        var head = Encoding.UTF8.GetString(answer.Span[..end]).Split(' ');
        answer = answer[(end + 1)..];
        if (head.Length != 3 || !int.TryParse(head[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size >= answer.Length)
            return null;
        var content = answer[..size];
        answer = answer[(size + 1)..];
        return head[1] == "blob" ? content : (ReadOnlyMemory<byte>?)null;
    }
}
