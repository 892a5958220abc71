namespace CodeRelay.Evidence.Redundancy;

/// <summary>
/// Numbers the terms of the checked text. Evidence is indexed by these only: any other word costs one look-up and no memory.
/// </summary>
internal sealed class Vocabulary
{
    private ulong[] _hashes = new ulong[256];
    private int[] _ids = new int[256];

    public int Count { get; private set; }

    /// <summary>The number of a term, new if the term is not known.</summary>
    public int Add(ulong hash)
    {
        if (Count * 2 >= _hashes.Length)
            Grow();
        var slot = Slot(_hashes, _ids, hash);
        if (_ids[slot] == 0)
        {
            _hashes[slot] = hash;
            _ids[slot] = ++Count;
        }

        return _ids[slot] - 1;
    }

    /// <summary>The number of a known term, or -1. Thread-safe after the last <see cref="Add"/>.</summary>
    public int Find(ulong hash) => _ids[Slot(_hashes, _ids, hash)] - 1;

    private static int Slot(ulong[] hashes, int[] ids, ulong hash)
    {
        var mask = hashes.Length - 1;
        var slot = (int)(hash ^ (hash >> 32)) & mask;
        while (ids[slot] != 0 && hashes[slot] != hash)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var hashes = new ulong[_hashes.Length * 2];
        var ids = new int[hashes.Length];
        for (var i = 0; i < _ids.Length; i++)
        {
            if (_ids[i] == 0)
                continue;
            var slot = Slot(hashes, ids, _hashes[i]);
            hashes[slot] = _hashes[i];
            ids[slot] = _ids[i];
        }

        _hashes = hashes;
        _ids = ids;
    }
}
