namespace CodeRelay.Relay.Remote;

/// <summary>Git's own record of what a fetch found.</summary>
internal static class FetchHead
{
    /// <summary>Reads refs and what they name; refs of other places than ours are left out.</summary>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var refs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            // "<object>\t[not-for-merge]\t'<ref>' of <address>"
            if (line.Split('\t', 3) is [var objectId, _, var note] && note.StartsWith('\'') && note.IndexOf('\'', 1) is > 1 and var end
                && note[1..end] is var name && name.StartsWith(RelayRefs.Root, StringComparison.Ordinal) && RelayRefs.IsObjectId(objectId))
            {
                refs[name] = objectId;
            }
        }

        return refs;
    }
}
