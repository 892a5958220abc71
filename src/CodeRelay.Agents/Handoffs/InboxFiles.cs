namespace CodeRelay.Agents.Handoffs;

/// <summary>Operations on handoffs other than delivery.</summary>
internal static class InboxFiles
{
    /// <summary>Finds a handoff by its id with or without `.md`, a prefix of the id, or its sentinel.</summary>
    /// <param name="files">The handoffs to search.</param>
    /// <param name="id">The id that the user gave.</param>
    /// <exception cref="RelayException">No handoff matches, or several do.</exception>
    public static HandoffFile Find(IReadOnlyList<HandoffFile> files, string id)
    {
        var exact = files.Where(file => file.Id == id || file.Id == id + ".md" || file.TryReadText()?.Sentinel == id).ToList();
        var found = exact.Count > 0 ? exact : [.. files.Where(file => id.Length > 0 && file.Id.StartsWith(id, StringComparison.Ordinal))];
        return found.Count switch
        {
            0 => throw new RelayException($"there is no handoff '{id}' here; valid are the ids of `coderelay inbox list`{(files.Count == 0 ? ", which is empty now" : "")}"),
            1 => found[0],
            _ when exact.Count > 0 => exact[^1],
            _ => throw new RelayException($"'{id}' is the beginning of {found.Count} ids: {string.Join(", ", found.Take(5).Select(file => file.Id))}; give more of it"),
        };
    }

    /// <summary>Moves an unread handoff to another recipient: its `to` changes and nothing else.</summary>
    /// <returns>The new full path.</returns>
    /// <exception cref="RelayException">Another reader leased it first.</exception>
    /// <exception cref="IOException">The inbox cannot be written.</exception>
    public static string Readdress(HandoffFile file, Address address)
    {
        using var leases = new Leases(file.Place);
        if (leases.TryTake(file.Id) is not { } lease)
            throw new RelayException($"'{file.Id}' was just taken by another reader");
        try
        {
            if (ReceiptStamp.Set(File.ReadAllBytes(lease), "to", address.Place.Recipient) is { } readdressed)
                File.Move(Publisher.WriteTemporary(file.Place.Unread, readdressed), lease, overwrite: true);
            address.Place.Create();
            return Publisher.Publish(lease, address.Place.Unread, file.Id);
        }
        catch
        {
            leases.GiveBack(lease);
            throw;
        }
    }

    /// <summary>The archived handoffs older than an age, by the time in the name, else by the file's.</summary>
    public static IReadOnlyList<HandoffFile> Expired(IEnumerable<HandoffFile> files, TimeSpan age, DateTimeOffset now) =>
        [.. files.Where(file => file.State == HandoffState.Read && (ReceivedAt(file) ?? new DateTimeOffset(File.GetLastWriteTimeUtc(file.Path))) < now - age)];

    /// <summary>The files that contain a text, ignoring case, with the first matching line.</summary>
    public static IEnumerable<(HandoffFile File, int Line, string Text)> Search(IEnumerable<HandoffFile> files, string text)
    {
        foreach (var file in files)
        {
            var number = 0;
            foreach (var line in (file.TryReadText()?.Body ?? "").Split('\n'))
            {
                number++;
                if (line.Contains(text, StringComparison.OrdinalIgnoreCase))
                    yield return (file, number, HandoffFrame.OneLine(line));
            }

            if (file.TryReadText()?["name"] is { } name && name.Contains(text, StringComparison.OrdinalIgnoreCase))
                yield return (file, 0, HandoffFrame.OneLine(name));
        }
    }

    private static DateTimeOffset? ReceivedAt(HandoffFile file) =>
        DateTimeOffset.TryParse(file.TryReadText()?["received_at"], System.Globalization.CultureInfo.InvariantCulture, out var time) ? time : HandoffFileName.TimeOf(file.Id);
}
