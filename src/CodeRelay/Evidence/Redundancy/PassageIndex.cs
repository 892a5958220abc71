namespace CodeRelay.Evidence.Redundancy;

/// <summary>
/// Finds the passages that contain an assertion. Terms are weighted by their rarity (inverse document frequency) among the passages and
/// the checked text together, so that no language needs a list of stop words; see docs/redundancy.md.
/// </summary>
internal sealed class PassageIndex
{
    // These passages may contain an assertion together; more of them, or farther apart, is chance.
    private const int LongestChain = 3;
    private const int FarthestLine = 12;
    private const int Candidates = 12;
    private const float SmallestGain = 0.1f;
    private const float RareShare = 0.4f;
    private const int FewestRare = 3;
    private const float UnknownWeight = 0.7f;

    private readonly Passage[] _passages;
    private readonly int[] _terms;
    private readonly int[] _postings;
    private readonly int[] _postingStarts;
    private readonly float[] _weights;
    private readonly float[] _scores;
    private readonly float _greatestWeight;

    /// <param name="writers">The passages.</param>
    /// <param name="assertions">The checked text, which counts towards the term frequencies.</param>
    /// <param name="termCount">Size of the vocabulary.</param>
    /// <param name="background">Number of further imaginary passages without any of the terms: in a small index every found term would look common.</param>
    public PassageIndex(IReadOnlyList<PassageWriter> writers, IReadOnlyCollection<Assertion> assertions, int termCount, int background = 0)
    {
        _passages = new Passage[writers.Sum(writer => writer.Passages.Length)];
        _scores = new float[_passages.Length];
        _terms = new int[writers.Sum(writer => writer.Terms.Length)];
        Concatenate(writers);
        _postingStarts = new int[termCount + 1];
        _postings = new int[_terms.Length];
        FillPostings();

        var frequencies = new int[termCount];
        foreach (var assertion in assertions)
        {
            foreach (var term in assertion.Terms)
                frequencies[term]++;
        }

        var count = writers.Sum(writer => writer.SeenCount) + assertions.Count + background;
        _weights = new float[termCount];
        for (var term = 0; term < termCount; term++)
        {
            var frequency = frequencies[term] + _postingStarts[term + 1] - _postingStarts[term];
            _weights[term] = MathF.Log(1 + ((count - frequency + 0.5f) / (frequency + 0.5f)));
            _greatestWeight = Math.Max(_greatestWeight, _weights[term]);
        }
    }

    /// <summary>The highest containment of an assertion in a passage and its neighbours.</summary>
    /// <param name="assertion">The assertion to look up.</param>
    /// <param name="longestChain">The most passages that may contain it together.</param>
    public Containment Cover(Assertion assertion, int longestChain = LongestChain)
    {
        var total = 0f;
        for (var i = 0; i < assertion.Terms.Length; i++)
            total += assertion.Factors[i] * _weights[assertion.Terms[i]];
        if (total <= 0 || _passages.Length == 0)
            return Containment.None;
        var candidates = Rank(assertion);
        var best = candidates.Take(Candidates / 2).Select(first => Chain(assertion, total, first, candidates, longestChain)).MaxBy(containment => containment.Share) ?? Containment.None;
        return best.Passages.Count < 2 ? best : best with { Passages = [.. best.Passages.OrderByDescending(each => Gain(assertion, each, new bool[assertion.Terms.Length], mark: false))] };
    }

    /// <summary>The rarity of a term; 0 when every passage has it.</summary>
    public float WeightOf(int term) => _weights[term];

    private void Concatenate(IReadOnlyList<PassageWriter> writers)
    {
        var (passage, term) = (0, 0);
        foreach (var writer in writers)
        {
            foreach (var each in writer.Passages)
                _passages[passage++] = each with { Start = each.Start + term };
            writer.Terms.CopyTo(_terms.AsSpan(term));
            term += writer.Terms.Length;
        }

        // The order of the threads is chance, and of equally good passages the first one wins.
        if (writers.Count > 1)
            _passages.AsSpan().Sort(static (a, b) => (a.Source, a.Line, a.Start).CompareTo((b.Source, b.Line, b.Start)));
    }

    private void FillPostings()
    {
        foreach (var term in _terms)
            _postingStarts[term + 1]++;
        for (var term = 1; term < _postingStarts.Length; term++)
            _postingStarts[term] += _postingStarts[term - 1];
        var next = _postingStarts.AsSpan(0, _postingStarts.Length - 1).ToArray();
        for (var i = 0; i < _passages.Length; i++)
        {
            foreach (var term in _terms.AsSpan(_passages[i].Start, _passages[i].Length))
                _postings[next[term]++] = i;
        }
    }

    // Common terms have long postings and little weight: the rarer ones select the candidates, then all terms rank them.
    private List<Passage> Rank(Assertion assertion)
    {
        var found = new List<int>();
        foreach (var i in Enumerable.Range(0, assertion.Terms.Length).OrderByDescending(i => _weights[assertion.Terms[i]]))
        {
            var term = assertion.Terms[i];
            var postings = _postings.AsSpan(_postingStarts[term], _postingStarts[term + 1] - _postingStarts[term]);
            if (_weights[term] < _greatestWeight * 0.3f && found.Count > 0)
                break;
            foreach (var passage in postings)
            {
                if (_scores[passage] == 0)
                    found.Add(passage);
                _scores[passage] += assertion.Factors[i] * _weights[term];
            }
        }

        var best = Best(found);
        foreach (var passage in found)
            _scores[passage] = 0;
        return best;
    }

    private List<Passage> Best(List<int> found)
    {
        // A min-heap: the worst of the best so far is on top.
        var queue = new PriorityQueue<int, (float Score, int Order)>();
        foreach (var passage in found)
        {
            if (queue.Count < Candidates)
                queue.Enqueue(passage, (_scores[passage], -passage));
            else
                queue.EnqueueDequeue(passage, (_scores[passage], -passage));
        }

        var best = new List<Passage>(queue.Count);
        while (queue.TryDequeue(out var passage, out _))
            best.Add(_passages[passage]);
        best.Reverse();
        return best;
    }

    // Greedy set cover around one passage: the nearby passage with the largest gain is added next.
    private Containment Chain(Assertion assertion, float total, Passage first, List<Passage> candidates, int longest)
    {
        var rest = candidates.Where(other => other.Source == first.Source && other.Line != first.Line && Math.Abs(other.Line - first.Line) <= FarthestLine).ToList();
        var covered = new bool[assertion.Terms.Length];
        var chosen = new List<Passage> { first };
        var share = Gain(assertion, first, covered, mark: true) / total;
        while (chosen.Count < longest && rest.Count > 0)
        {
            var best = rest.MaxBy(other => Gain(assertion, other, covered, mark: false));
            var gain = Gain(assertion, best, covered, mark: false) / total;
            if (gain < SmallestGain)
                break;
            Gain(assertion, best, covered, mark: true);
            share += gain;
            chosen.Add(best);
            rest.Remove(best);
        }

        var rare = 0;
        for (var i = 0; i < covered.Length; i++)
        {
            if (covered[i] && _weights[assertion.Terms[i]] > _greatestWeight * RareShare)
                rare++;
        }

        return new Containment(share, rare, rare >= FewestRare ? SubjectShare(assertion, first) : 0, chosen);
    }

    private float SubjectShare(Assertion assertion, Passage passage)
    {
        var (found, total) = (0f, passage.UnknownCount * UnknownWeight * _greatestWeight);
        foreach (var term in _terms.AsSpan(passage.Start, passage.Length))
        {
            total += _weights[term];
            if (assertion.Terms.AsSpan().BinarySearch(term) >= 0)
                found += _weights[term];
        }

        return found / total;
    }

    private float Gain(Assertion assertion, Passage passage, bool[] covered, bool mark)
    {
        var terms = _terms.AsSpan(passage.Start, passage.Length);
        var gain = 0f;
        for (var i = 0; i < covered.Length; i++)
        {
            if (covered[i] || terms.BinarySearch(assertion.Terms[i]) < 0)
                continue;
            gain += assertion.Factors[i] * _weights[assertion.Terms[i]];
            covered[i] |= mark;
        }

        return gain;
    }
}
