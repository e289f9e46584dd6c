function fn() {
  return { shopUrl: karate.properties['shop.url'] };
}
