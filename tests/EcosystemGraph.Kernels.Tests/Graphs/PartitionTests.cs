using CsCheck;

namespace EcosystemGraph.Kernels.Tests;

public sealed class PartitionTests
{
    [Fact]
    public void Labels_fall_by_size_then_by_least_vertex()
    {
        Partition partition = Partition.From([7, -1, 3, 3, 900, -1]);
        Assert.Equal([2, 0, 1, 1, 3, 0], partition.Labels);
        Assert.Equal([2, 2, 1, 1], partition.Sizes);
        Assert.Equal(4, partition.Count);
        Assert.Equal(0, Partition.From([]).Count);
    }

    [Fact]
    public void Any_names_of_the_same_sets_give_the_same_labels() =>
        (from labels in Gen.Int[0, 4].Array[0, 12] from offset in Gen.Int[-5, 30] select (labels, offset)).Sample(given =>
        {
            Partition plain = Partition.From(given.labels);
            Assert.Equal(plain.Labels, Partition.From([.. given.labels.Select(l => given.offset - 3 * l)]).Labels);
            Assert.Equal(Sets.Of(given.labels), Sets.Of(plain.Labels));
            Assert.Equal(plain.Sizes, plain.Sizes.OrderDescending());
            Assert.Equal(plain.Labels, Partition.From(plain.Labels).Labels);
        });
}
